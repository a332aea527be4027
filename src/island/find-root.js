// Where is the site's root? The nearest folder upwards that has the site's icon.
(function () {
	var link = document.getElementById('home');
	function look(folder) {
		var icon = new Image();
		icon.onload = function () {
			link.href = folder.href + 'index.html';
		};
		icon.onerror = function () {
			if (folder.pathname !== '/') look(new URL('..', folder));
		};
		icon.src = folder.href + 'favicon.svg';
	}
	look(new URL('.', location.href));
})();
