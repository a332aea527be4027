/**
 * `<copy-link>`: a button that puts `data-text`, or the text of a `data-copy` inside, on the clipboard and says so.
 * With `data-share`, and in a browser that can, it hands the address in `data-text` on to other apps.
 */
class CopyLink extends HTMLElement {
	#listeners = new AbortController();

	connectedCallback(): void {
		const button = this.querySelector('button');
		const status = this.querySelector('[role="status"]');
		const { done = '', failed = '', share, text } = this.dataset;
		if (!button || !status) return;
		this.#listeners = new AbortController();
		const shares = share && text && 'share' in navigator;
		const copy = () =>
			copyText(this.dataset['text'] ?? this.querySelector('[data-copy]')?.textContent ?? '').then(
				() => (status.textContent = done),
				() => (status.textContent = failed),
			);
		if (shares) button.textContent = share;
		button.hidden = false;
		button.addEventListener(
			'click',
			() => {
				if (!shares) void copy();
				else
					navigator
						.share({ title: document.title, url: text })
						// Called off is no failure.
						.catch(({ name }: Error) => (name === 'AbortError' ? undefined : copy()));
			},
			{ signal: this.#listeners.signal },
		);
	}

	disconnectedCallback(): void {
		this.#listeners.abort();
	}
}

/** The clipboard is there on secure origins only; from a disk the old way works. @throws where neither does */
async function copyText(text: string): Promise<void> {
	if (globalThis.isSecureContext && navigator.clipboard) return navigator.clipboard.writeText(text);
	const field = document.createElement('textarea');
	field.value = text;
	document.body.append(field);
	field.select();
	const copied = document.execCommand('copy');
	field.remove();
	if (!copied) throw new Error('the browser did not copy');
}

customElements.define('copy-link', CopyLink);
