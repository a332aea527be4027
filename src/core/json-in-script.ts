/** JSON that can stand in a `<script>`: no text in it can end the element. */
export function jsonInScript(data: unknown): string {
	return JSON.stringify(data).replace(/</g, '\\u003c');
}
