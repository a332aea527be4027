import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
	globalIgnores(['dist*/', '.astro/', '.cache/', 'node_modules/', 'test-results/', 'bench/node_modules/']),
	tseslint.configs.recommended,
	astro.configs['flat/recommended'],
	{
		files: ['**/*.ts'],
		languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
		rules: {
			'@typescript-eslint/no-floating-promises': [
				'error',
				{ allowForKnownSafeCalls: [{ from: 'package', name: ['test', 'describe'], package: 'node:test' }] },
			],
			'@typescript-eslint/no-misused-promises': 'error',
			'@typescript-eslint/no-unnecessary-condition': 'off',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			eqeqeq: 'error',
		},
	},
	{
		// Imports point one way: core knows no one, loader and island never meet.
		files: ['src/core/**/*.ts'],
		ignores: ['**/*.test.ts'],
		rules: {
			'no-restricted-imports': ['error', { patterns: ['../*', 'node:*', 'astro*', '!./*'] }],
			'no-restricted-globals': ['error', 'process', 'document', 'window'],
		},
	},
	{
		files: ['src/core/**/*.ts'],
		ignores: ['src/core/calendar.ts', '**/*.test.ts'],
		rules: {
			'no-restricted-syntax': [
				'error',
				{ selector: "NewExpression[callee.name='Date']", message: 'Only core/calendar.ts makes dates.' },
			],
		},
	},
	{
		files: ['src/island/**'],
		ignores: ['**/*.test.ts'],
		rules: { 'no-restricted-imports': ['error', { patterns: ['**/loader/*', 'edtf', 'node:*'] }] },
	},
	{ files: ['**/*.mjs', '**/*.js'], extends: [tseslint.configs.disableTypeChecked] },
);
