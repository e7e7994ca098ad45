import { existsSync, readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { cleanReport } from '../../annual-report/fixtures/audit/base.ts';
import { figuresOf, printed } from '../../annual-report/fixtures/read/figures.setup.ts';
import { htmlReport } from '../../annual-report/fixtures/read/html-layouts.setup.ts';
import { ofdReport } from '../../annual-report/fixtures/read/ofd.setup.ts';
import { docxReport, xlsxReport } from '../../annual-report/fixtures/read/office-layouts.setup.ts';
import { pdfReport } from '../../annual-report/fixtures/read/pdf.setup.ts';
import {
	cellLines,
	flat,
	piped,
	tabbedCells,
	textReport,
} from '../../annual-report/fixtures/read/text-layouts.setup.ts';
import { renderHtml, renderInputOf } from '../../annual-report/src/render/index.ts';
import { BYTE_MUTATIONS, inPackage, TEXT_MUTATIONS } from './mutate.ts';
import { below, pick, seeded } from './random.ts';

const FIXTURES = new URL('../../annual-report/fixtures/read/', import.meta.url);

/** A kind of file: sound examples, and how many damaged ones of its group are wanted in a whole run. */
export interface Kind {
	name: string;
	count: number;
	seeds: readonly Uint8Array[];
	/** Zip packages are damaged inside as often as outside. */
	packed: boolean;
	text: boolean;
}

/** The kinds and numbers of the issue: 100,000 of text, 20,000 of packages, 5,000 of binary documents. */
export async function kinds(): Promise<Kind[]> {
	const figures = printed(figuresOf('2021', 11));
	const old = printed(figuresOf('2019', 12), '');
	const fixture = (name: string) => new Uint8Array(readFileSync(new URL(name, FIXTURES)));
	const docx = [await docxReport('2021', 2022, figures), await docxReport('2019', 2020, old)];
	const texts = [tabbedCells, cellLines, flat].map((layout) => textReport('2021', 2022, figures, layout));
	const twins = ['twin-2014.txt', 'twin-old-outline.txt', 'twin-tabbed-cells.txt'].map(fixture);
	const html = [htmlReport('2021', 2022, figures), strToU8(renderHtml(renderInputOf(cleanReport('2019'))))];
	const of = (name: string, count: number, seeds: readonly Uint8Array[], packed = false, isText = false): Kind => ({
		...{ name, count, seeds, packed, text: isText },
	});
	return [
		of('html', 40_000, html, false, true),
		of('txt', 40_000, [...texts, ...twins], false, true),
		of('md', 20_000, [textReport('2021', 2022, figures, piped)], false, true),
		of('docx', 10_000, docx, true),
		of('xlsx', 7_000, [await xlsxReport('2021', 2022, figures)], true),
		of(
			'zip',
			3_000,
			[zipSync({ 'a.txt': texts[0] ?? new Uint8Array(), 'b/c.docx': docx[0] ?? new Uint8Array() })],
			true,
		),
		of('pdf', 2_000, [pdfReport('2021', 2022, figures), fixture('office-2019-row-cut.pdf')]),
		of('doc', 1_500, [fixture('office-2019-blank.doc')]),
		of('ofd', 1_500, [ofdReport('2021', 2022, figures)], true),
		of('rtf', 1_000, existsSync(new URL('office-2021.rtf', FIXTURES)) ? [fixture('office-2021.rtf')] : [], false, true),
	];
}

/** The `n`th damaged file of a kind; the same for the same seed. */
export function damaged(kind: Kind, seed: number, n: number): Uint8Array {
	const random = seeded(seed * 1_000_003 + n * 97 + kind.name.length * 7919 + kind.name.charCodeAt(0));
	let bytes = pick(random, kind.seeds);
	const rounds = 1 + below(random, 3);
	// Damage to the bytes of a package mostly ends at the zip; what is damaged inside reaches the reader.
	const inside = kind.packed && random() < 0.6;
	for (let i = 0; i < rounds && bytes.length > 0; i++) {
		if (inside) bytes = inPackage(bytes, random);
		else bytes = pick(random, kind.text ? TEXT_MUTATIONS : BYTE_MUTATIONS)(bytes, random);
	}
	return bytes;
}
