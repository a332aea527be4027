/**
 * Tells the page around this one how high it is. A height says nothing of a reader, and who frames the page cannot be
 * known, so it goes to any origin; nothing that the page around says is listened to.
 */
import { HEIGHT_MESSAGE } from '../core/embed.ts';

if (parent !== window)
	new ResizeObserver(() => {
		const height = Math.ceil(document.body.getBoundingClientRect().height);
		parent.postMessage({ type: HEIGHT_MESSAGE, height }, '*');
	}).observe(document.body);
