/**
 * `<copy-link>`: a button that puts `data-text`, or the text of a `data-copy` inside, on the clipboard and says so.
 * With `data-share`, and in a browser that can, it hands the address in `data-text` on to other apps. With `data-shown`
 * it shows the text where it cannot be copied.
 */
class CopyLink extends HTMLElement {
	static observedAttributes = ['data-text'];
	#listeners = new AbortController();

	/** What it said was of another text. */
	attributeChangedCallback(): void {
		this.#say('');
	}

	connectedCallback(): void {
		const button = this.querySelector('button');
		const { done = '', failed = '', share, text, shown } = this.dataset;
		if (!button) return;
		this.#listeners = new AbortController();
		const shares = share && text && 'share' in navigator;
		const copy = () => {
			const { text: given } = this.dataset;
			// Emptied first, so that the same words are said again.
			this.#say('');
			return copyText(given ?? this.querySelector('[data-copy]')?.textContent ?? '').then(
				() => this.#say(done),
				() => this.#say(failed, shown === undefined ? undefined : given),
			);
		};
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

	/** @param text to be selected by hand, where the page shows it nowhere else */
	#say(words: string, text?: string): void {
		const status = this.querySelector('[role="status"]');
		if (!status) return;
		status.textContent = words;
		if (text === undefined) return;
		const code = document.createElement('code');
		code.textContent = text;
		status.append(' ', code);
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
