/** What can be said of the built folders without a browser: valid, linked, and of one case only. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from '@playwright/test';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { Parser } from 'htmlparser2';
import { isOwnAnchor, paths } from '../src/core/address.ts';
import { curlQuotes } from '../src/core/typography.ts';
import { content, published, words } from './content.ts';
import { findUnportable, pageReader } from '../src/integrations/portable/verify.ts';
import { loadContent } from '../src/loader/content-files.ts';
import { BUILT, RTL_CASE, SECOND_CASE, SECOND_CONTENT } from './places.ts';
import { tellCount } from './soak.ts';

const filesOf = (folder: string) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
const read = (file: string) => readFileSync(join(BUILT, file));
const files = filesOf(BUILT);
const pages = files.filter((file) => file.endsWith('.html'));

test('every page is valid HTML', async () => {
	const validator = new HtmlValidate(new FileSystemConfigLoader());
	const withMedia = filesOf(SECOND_CASE)
		.filter((file) => file.endsWith('.html'))
		.map((file) => join(SECOND_CASE, file))
		.filter((file) => readFileSync(file, 'utf8').includes('class="media"'));
	expect(withMedia.length).toBeGreaterThan(0);
	const report = await validator.validateMultipleFiles([
		...pages.map((page) => join(BUILT, page)),
		...withMedia,
	]);
	const messages = report.results.flatMap(({ filePath, messages: all }) =>
		all.map(({ line, ruleId, message }) => `${filePath}:${line} ${ruleId}: ${message}`),
	);
	expect(messages).toEqual([]);
});

test('what editors see while they write is in no build', () => {
	const drafts = content.events.filter((event) => event.draft).map(({ id }) => `events/${id}.html`);
	for (const folder of [BUILT, SECOND_CASE])
		for (const page of filesOf(folder).filter((file) => file.endsWith('.html'))) {
			const html = readFileSync(join(folder, page), 'utf8');
			expect(html, page).not.toMatch(/open-in-editor|Edit this event|class="badge badge-draft"/);
			expect(drafts).not.toContain(page);
		}
	expect(filesOf(SECOND_CASE)).not.toContain('events/1975-07-15-apollo-soyuz.html');
	// Nor anything of the form.
	for (const folder of [BUILT, SECOND_CASE]) {
		expect(filesOf(folder).filter((file) => /decap|^edit(?:\/|$)|form\.js$/.test(file))).toEqual([]);
		for (const file of filesOf(folder).filter((name) => /\.(?:html|js|json)$/.test(name)))
			expect(readFileSync(join(folder, file), 'utf8'), file).not.toMatch(/decap-cms|form-settings|\/edit\//i);
	}
});

test('the text of a link neither begins nor ends with a space, and no sign stands apart behind it', () => {
	for (const folder of [BUILT, SECOND_CASE, RTL_CASE])
		for (const page of filesOf(folder).filter((file) => file.endsWith('.html'))) {
			const html = readFileSync(join(folder, page), 'utf8').replace(/<(script|pre)\b[^]*?<\/\1>/g, '');
			expect(html.match(/<a\b[^>]*>\s+[^<\s]|[^\s>]\s+<\/a>|<\/a>\s+[.,;:](?=[\s<])/g) ?? [], page).toEqual(
				[],
			);
		}
});

test('every link of every page leads to a page, and to the place in it that it names', ({}, info) => {
	const html = new Map(
		pages.filter((page) => !page.startsWith('downloads/')).map((page) => [page, read(page).toString()]),
	);
	const readPage = pageReader();
	expect(
		findUnportable(new Map(Array.from(html, ([path, text]) => [path, readPage(text)])), new Set(files)),
	).toEqual([]);
	const links = [...html.values()].reduce(
		(sum, page) => sum + (page.match(/<a [^>]*href="/g)?.length ?? 0),
		0,
	);
	expect(links).toBeGreaterThan(html.size);
	tellCount(info, `${html.size} pages crawled, ${links.toLocaleString('en')} links checked`);
});

test('every page names a picture for links of the right size, each event its own', async () => {
	const pictures = new Map<string, string>();
	for (const page of pages) {
		const html = read(page).toString();
		const meta = (name: string) =>
			new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(html)?.[1];
		if (meta('og:url') === undefined) continue;
		const address = meta('og:image') ?? '';
		expect(address.startsWith(content.site.address), `${page}: ${address}`).toBe(true);
		const file = decodeURI(address.slice(content.site.address.length));
		pictures.set(page, file);
		expect(files, page).toContain(file);
		expect([meta('og:image:width'), meta('og:image:height')]).toEqual(['1200', '630']);
		expect(meta('og:image:alt'), page).toBeTruthy();
		expect(meta('twitter:card'), page).toBe('summary_large_image');
	}
	for (const { id } of published) expect(pictures.get(`events/${id}.html`)).toBe(`cards/${id}.png`);
	for (const file of new Set(pictures.values())) {
		const png = read(file);
		// Width and height stand in the first chunk (PNG, 11.2.2).
		expect([png.readUInt32BE(16), png.readUInt32BE(20)], file).toEqual([1200, 630]);
	}
});

interface PageElement {
	tag: string;
	attributes: Record<string, string>;
	/** The classes of the elements around it, outermost first. */
	inside: string[];
	text: string;
	/** What its content ends in: the class or tag of an element, or `text`. */
	last: string;
}

/** The elements of a page, with their text, as far as a test looks at them. */
function elementsOf(page: string): PageElement[] {
	const found: PageElement[] = [];
	const open: typeof found = [];
	const parser = new Parser({
		onopentag(tag, attributes) {
			const inside = open.map((element) => element.attributes['class'] ?? '');
			const parent = open.at(-1);
			if (parent) parent.last = attributes['class'] ?? tag;
			const element = { tag, attributes, inside, text: '', last: '' };
			found.push(element);
			open.push(element);
		},
		ontext(text) {
			for (const element of open) element.text += text;
			const parent = open.at(-1);
			if (parent && text.trim()) parent.last = 'text';
		},
		onclosetag: () => open.pop(),
	});
	parser.end(read(page).toString());
	return found;
}

test('every paragraph of every event ends in a note, every note leads to a reference, and that back to each place', () => {
	for (const { id } of published) {
		const elements = elementsOf(`events/${id}.html`);
		const notes = new Set(
			elements
				.filter(({ tag, inside }) => tag === 'li' && inside.includes('notes'))
				.map(({ attributes }) => attributes['id']),
		);
		const blocks = elements.filter(({ tag, inside }) => tag === 'p' && inside.includes('prose'));
		expect(blocks.length, id).toBeGreaterThan(0);
		for (const block of blocks) expect(block.last, `${id}: ${block.text}`).toBe('cites');
		const marks = elements.filter(({ tag, inside }) => tag === 'a' && inside.includes('cites'));
		expect(marks.length, id).toBeGreaterThanOrEqual(blocks.length);
		for (const mark of marks) expect(notes, id).toContain(mark.attributes['href']?.slice(1));
		const back = elements.filter(({ tag, inside }) => tag === 'a' && inside.includes('note-back'));
		expect(back.map(({ attributes }) => attributes['href']).sort(), id).toEqual(
			marks.map(({ attributes }) => `#${attributes['id']}`).sort(),
		);
	}
});

test('earlier and later walk through the whole case', () => {
	const walked: string[] = [];
	let page: string | undefined = `events/${published[0]?.id}.html`;
	while (page) {
		walked.push(page);
		const next: PageElement | undefined = elementsOf(page).find(({ attributes }) =>
			attributes['class']?.includes('neighbour-next'),
		);
		page = next && posix.join(posix.dirname(page), next.attributes['href'] ?? '');
	}
	expect(walked).toEqual(published.map(({ id }) => `events/${id}.html`));
});

test('no id of a record is the name of another part of its page', () => {
	const lists: Record<string, readonly { id: string }[]> = {
		'index.html': published,
		'people.html': content.people,
		'organizations.html': content.organizations,
		'claims.html': content.claims,
		'sources.html': content.sources,
	};
	for (const [page, records] of Object.entries(lists)) {
		const ids = new Set(records.map(({ id }) => id));
		const others = elementsOf(page).flatMap(({ attributes }) => attributes['id'] ?? []);
		expect(
			others.filter((id) => !ids.has(id) && !isOwnAnchor(id)),
			page,
		).toEqual([]);
	}
});

test('every page forbids inline and foreign scripts', () => {
	for (const page of pages) {
		const html = read(page).toString();
		const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
		expect(policy, page).toContain("default-src 'none'");
		expect(policy, page).not.toMatch(/unsafe-|https?:|\*/);
	}
});

test('another case shows no word of this one', () => {
	const names = /\b(peters|mesa|colorado|polis|weiser|trump)\b/i;
	for (const file of filesOf(SECOND_CASE).filter((name) => /\.(html|css|js|json|svg|xml|txt)$/.test(name)))
		expect(readFileSync(join(SECOND_CASE, file), 'utf8'), file).not.toMatch(names);
});

test('no word of this case stands in the code', () => {
	const names = /\b(tina|peters|mesa|colorado|polis|weiser|trump|griswold)\b/i;
	for (const file of filesOf('src').filter(
		(name) => /\.(ts|astro|css|js|mjs)$/.test(name) && !/\.test\.ts$/.test(name),
	))
		expect(readFileSync(join('src', file), 'utf8'), file).not.toMatch(names);
});

test('the second case keeps what it withdrew and what it moved', async () => {
	const { events, people, site } = await loadContent(SECOND_CONTENT);
	const moved = [
		...events.map((event) => ({
			aliases: event.aliases.map((alias) => `events/${alias}.html`),
			to: paths.event(event.id),
			tells: event.withdrawn ? undefined : curlQuotes(event.title, words.quoteMarks),
		})),
		...people.map((person) => ({
			aliases: person.aliases.map((alias) => `people/${alias}.html`),
			to: paths.personOrEntry(person),
			tells: person.name,
		})),
	].flatMap(({ aliases, ...rest }) => aliases.map((alias) => ({ alias, ...rest })));
	expect(moved.filter(({ tells }) => tells === undefined).length).toBeGreaterThan(0);
	expect(moved.filter(({ to }) => to.startsWith('/people')).length).toBeGreaterThan(0);
	for (const { alias, to, tells } of moved) {
		const html = readFileSync(join(SECOND_CASE, alias), 'utf8');
		expect(html).toContain(`http-equiv="refresh" content="0; url=..${to}"`);
		expect(html).toContain(`href="..${to}"`);
		expect(html).toContain(`rel="canonical" href="${site.address}${to.slice(1)}"`);
		if (tells) expect(html).toContain(tells);
	}
	for (const { id, withdrawn, title, summary, aliases } of events.filter((event) => event.withdrawn))
		for (const name of [id, ...aliases]) {
			const html = readFileSync(join(SECOND_CASE, 'events', `${name}.html`), 'utf8');
			expect(html.includes(withdrawn?.reason ?? ''), name).toBe(name === id);
			for (const gone of [title, summary]) expect(html).not.toContain(gone);
		}
});
