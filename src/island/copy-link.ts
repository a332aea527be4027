/** `<copy-link>`: a button that puts `data-text`, or the text of a `data-copy` inside, on the clipboard and says so. */
class CopyLink extends HTMLElement {
	#listeners = new AbortController();

	connectedCallback(): void {
		const button = this.querySelector('button');
		const status = this.querySelector('[role="status"]');
		const { done = '', failed = '' } = this.dataset;
		if (!button || !status) return;
		this.#listeners = new AbortController();
		button.hidden = false;
		button.addEventListener(
			'click',
			() => {
				copyText(this.dataset['text'] ?? this.querySelector('[data-copy]')?.textContent ?? '').then(
					() => (status.textContent = done),
					() => (status.textContent = failed),
				);
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
