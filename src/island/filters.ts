/** The form: what is chosen, and beside each choice how many events it would show. */
import { CHOICES, countChoices, viewToPairs } from '../core/view.ts';
import type { CreatePart } from './part.ts';

export const createFilters: CreatePart = (root, { events, show, signal }) => {
	const form = root.querySelector<HTMLFormElement>('form.filters');
	if (!form) return { update: () => undefined };
	const text = form.querySelector<HTMLInputElement>('input[name="q"]');
	const selects = [...form.querySelectorAll('select')];
	const people = selects.find(({ name }) => name === 'person');
	const boxes = [...form.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
	const [years, others] = ['from', 'to'].map((name) => selects.find((select) => select.name === name));
	if (others?.options.length === 1)
		others.append(...[...(years?.options ?? [])].slice(1).map((option) => option.cloneNode(true)));
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
			for (const select of selects) setValue(select, values[select.name] ?? '');
			for (const { key, field } of CHOICES) {
				const chosen: readonly string[] = view[field];
				const counts = countChoices(events, view, key);
				for (const option of people?.options ?? [])
					if (key === 'person' && option.value && !option.value.includes(' '))
						option.text = option.text.replace(/\(\d+\)$/, `(${counts.get(option.value) ?? 0})`);
				for (const box of boxes.filter(({ name }) => name === key)) {
					box.checked = chosen.includes(box.value);
					const count = box.parentElement?.querySelector('.count');
					if (count) count.textContent = String(counts.get(box.value) ?? 0);
				}
			}
		},
	};
};

/** What a shared link names and the menu does not, a month or two people, gets an entry of its own. */
function setValue(select: HTMLSelectElement, value: string): void {
	const options = [...select.options];
	if (!options.some((option) => option.value === value)) {
		const names = value
			.split(' ')
			.map((part) => options.find((option) => option.value === part)?.text ?? part);
		select.add(new Option(names.join(', '), value));
	}
	select.value = value;
}
