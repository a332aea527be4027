import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { readContent } from '../loader/content-files.ts';
import { toYamlText } from '../loader/write-yaml.ts';
import { caseTemplate } from './case-template.ts';

test('a new case passes the gate as it is, whatever its title', async () => {
	for (const title of ['The river bridge', 'Дело: "мост" #1', '!']) {
		const folder = mkdtempSync(join(tmpdir(), 'timeline-case-'));
		for (const [file, text] of caseTemplate(
			{ title, today: '2026-11-23', timeZone: 'Europe/Paris' },
			toYamlText,
		)) {
			mkdirSync(dirname(join(folder, file)), { recursive: true });
			writeFileSync(join(folder, file), text);
		}
		const { content, problems, todo } = await readContent(folder);
		assert.deepEqual([...problems, ...todo], []);
		assert.equal(content.site.title, title);
		assert.deepEqual(
			content.events.map(({ id }) => id),
			['2026-11-23-this-timeline-is-started'],
		);
		rmSync(folder, { recursive: true });
	}
});
