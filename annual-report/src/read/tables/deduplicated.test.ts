import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../../fixtures/read/blocks.setup.ts';
import { readFixture } from '../../../fixtures/read/read-fixture.setup.ts';
import { firstOfItsKind } from './deduplicated.ts';
import { tablesFromStream } from './from-stream.ts';
import { streamOf } from './stream.ts';

async function lines(): Promise<string[]> {
	return (await readFixture('twin-lost-repeats.txt')).lines.map(({ text }) => text);
}

function first(text: string[]) {
	const blocks = blocksOf(...text);
	const stream = streamOf(blocks);
	return [...firstOfItsKind('2019', blocks, stream, tablesFromStream(stream, '2019').segments)];
}

describe('firstOfItsKind', () => {
	it('places the first figure of the tables: nothing before it can have been repeated', async () => {
		expect(first(await lines())).toEqual([['t2.regulation.made', expect.objectContaining({ value: 0 })]]);
	});

	it('places nothing where lines repeat: they were not lost', async () => {
		expect(first([...(await lines()), '规章'])).toEqual([]);
	});

	it('places nothing where a head stands more than once', async () => {
		expect(first([...(await lines()), '（结果维持）'])).toEqual([]);
	});

	it('places nothing in a text too short to tell', async () => {
		expect(first((await lines()).slice(8, 40))).toEqual([]);
	});

	it('places nothing where the first row is whole', async () => {
		const text = await lines();
		const at = text.indexOf('规章');
		expect(first([...text.slice(0, at + 2), '1', '2', ...text.slice(at + 2)])).toEqual([]);
	});
});
