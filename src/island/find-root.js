// Where is the site's root? The nearest folder upwards that has the site's icon. There is its typeface too.
(function () {
	var link = document.getElementById('home');
	function look(folder) {
		var icon = new Image();
		icon.onload = function () {
			link.href = folder.href + 'index.html';
			var font = new FontFace('Newsreader', 'url("' + folder.href + link.dataset.font + '")', {
				weight: '200 800',
			});
			font.load().then(
				function () {
					document.fonts.add(font);
				},
				// The stand-in stays.
				function () {},
			);
		};
		icon.onerror = function () {
			if (folder.pathname !== '/') look(new URL('..', folder));
		};
		icon.src = folder.href + 'favicon.svg';
	}
	look(new URL('.', location.href));
})();
