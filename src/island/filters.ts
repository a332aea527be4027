/** The form: what is chosen, and beside each choice how many events it would show. */
import { edgeToWords } from '../core/edge-words.ts';
import { CHOICES, countChoices, viewToPairs } from '../core/view.ts';
import { COUNT } from './case-data.ts';
import type { CreatePart } from './part.ts';

export const createFilters: CreatePart = (root, { events, show, signal, words }) => {
	const form = root.querySelector<HTMLFormElement>('form.filters');
	if (!form) return { update: () => undefined };
	const text = form.querySelector<HTMLInputElement>('input[name="q"]');
	const selects = [...form.querySelectorAll('select')];
	const people = selects.find(({ name }) => name === 'person');
	const boxes = [...form.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
	const [fromMenu, toMenu] = ['from', 'to'].map((name) => selects.find((select) => select.name === name));
	if (toMenu?.options.length === 1)
		toMenu.append(...[...(fromMenu?.options ?? [])].slice(1).map((option) => option.cloneNode(true)));
	form.hidden = false;

	form.addEventListener('submit', (event) => event.preventDefault(), { signal });
	text?.addEventListener('input', () => show({ query: text.value.trim() }, 'replace'), { signal });
	form.addEventListener(
		'change',
		({ target }) => {
			if (target === text) return;
			const chosen = (name: string) => boxes.filter((box) => box.name === name && box.checked);
			const valueOf = (name: string) => selects.find((select) => select.name === name)?.value || undefined;
			show(
				{
					categories: chosen('category').map((box) => box.value),
					statuses: chosen('status').map((box) => box.value),
					people: valueOf('person')?.split(' ') ?? [],
					from: valueOf('from'),
					to: valueOf('to'),
					newestFirst: valueOf('order') === 'newest',
				},
				'push',
			);
		},
		{ signal },
	);

	/** Of a value that a menu does not have: a month, a day, or several people that it has. */
	function nameOf(value: string, { name, options }: HTMLSelectElement): string {
		if (name !== 'person') return edgeToWords(value, words['locale'], root.dataset['bce']);
		const names = [...options].filter((option) => value.split(' ').includes(option.value));
		return names.map((option) => option.text.replace(COUNT, '')).join(', ');
	}

	return {
		update(view) {
			if (text && text.value.trim() !== view.query) text.value = view.query;
			const values: Record<string, string> = {
				from: view.from ?? '',
				to: view.to ?? '',
				order: view.newestFirst ? 'newest' : '',
				person: view.people.join(' '),
			};
			const summary = form.querySelector('.filter-chosen');
			const inUse = viewToPairs({ ...view, query: '' }).length;
			if (summary) summary.textContent = inUse > 0 ? String(inUse) : '';
			for (const select of selects) setValue(select, values[select.name] ?? '', nameOf);
			for (const { key, field } of CHOICES) {
				const chosen: readonly string[] = view[field];
				const counts = countChoices(events, view, key);
				for (const option of people?.options ?? [])
					if (key === 'person')
						option.text = option.text.replace(COUNT, ` (${counts.get(option.value) ?? 0})`);
				for (const box of boxes.filter(({ name }) => name === key)) {
					box.checked = chosen.includes(box.value);
					const count = box.parentElement?.querySelector('.count');
					if (count) count.textContent = String(counts.get(box.value) ?? 0);
				}
			}
		},
		// Put back into the page, the form is read again.
		destroy() {
			for (const own of form.querySelectorAll('[data-own]')) own.remove();
		},
	};
};

/** What a view names and the menu does not gets an entry for as long as it is chosen: one in each menu, the last. */
function setValue(
	select: HTMLSelectElement,
	value: string,
	nameOf: (value: string, select: HTMLSelectElement) => string,
): void {
	const own = select.querySelector<HTMLOptionElement>('[data-own]');
	const isListed = [...select.options].some((option) => option !== own && option.value === value);
	if (isListed) own?.remove();
	else {
		const option = own ?? new Option();
		option.dataset['own'] = '';
		option.value = value;
		option.text = nameOf(value, select);
		if (!own) select.add(option);
	}
	select.value = value;
}
