import { describe, expect, it } from 'vitest';
import { figuresOf, printed } from '../../fixtures/read/figures.setup.ts';
import { printedReport } from '../../fixtures/read/tables.setup.ts';
import { variations, writers } from '../../fixtures/read/variations.setup.ts';
import { allAddresses } from '../forms/index.ts';
import { readReport } from './index.ts';

describe.each(Object.entries(variations))('%s', (_, vary) => {
	it.each(Object.entries(writers))('gives back every cell as %s', async (ending, write) => {
		const figures = figuresOf('2021', 44, 3000);
		const bytes = await write(vary(printedReport('2021', 2023, printed(figures))));
		const { form, year, cells } = await readReport(bytes, `a.${ending}`);
		const wrong = allAddresses('2021').filter((address) => cells[address]?.value !== figures[address]);
		expect([form, year, wrong]).toEqual(['2021', 2023, []]);
	});
});
