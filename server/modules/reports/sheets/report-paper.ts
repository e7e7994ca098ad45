import { layoutsOf, type TableLayout } from 'annual-report';
import { printedText, type RenderInput, type RenderSection } from 'annual-report/render';
import { chineseDay } from '../../../kernel/civil-day.ts';
import { type Block, type OfficialDocument, TEXT_WIDTH_MM } from '../../../platform/documents/index.ts';

/** 五号 for tables of few columns, 小五 for table 3 (10 columns) and table 4 (15); half points. */
const SIZES: Readonly<Record<TableLayout['key'], number>> = { t2: 21, t3: 18, t4: 18, stat: 21 };
const ROW_MM = 6;

/** The annual report as an official paper, its tables as prescribed (国办公开办函〔2021〕30号 附件). */
export function reportPaper(input: RenderInput): OfficialDocument {
	return {
		title: input.title,
		blocks: [
			...input.preface.map((text) => ({ kind: 'paragraph' as const, text })),
			...input.sections.flatMap((section) => sectionBlocks(section, input)),
		],
		...(input.organ && input.signedOn ? { signature: { office: input.organ, day: chineseDay(input.signedOn) } } : {}),
	};
}

function sectionBlocks(section: RenderSection, { form, cells }: RenderInput): Block[] {
	const text = section.ordinal + section.heading;
	const layout = form === 'none' ? undefined : layoutsOf(form).find(({ key }) => key === section.table);
	return [
		section.level > 2 ? { kind: 'paragraph', text } : { kind: 'heading', level: section.level === 1 ? 1 : 2, text },
		...section.paragraphs.map((paragraph) => ({ kind: 'paragraph' as const, text: paragraph })),
		...(layout ? [tableBlock(layout, cells)] : []),
	];
}

function tableBlock(layout: TableLayout, cells: RenderInput['cells']): Block {
	return {
		kind: 'table',
		widths: layout.widths.map((percent) => (percent * TEXT_WIDTH_MM) / 100),
		headerRows: layout.headerRows,
		rowHeight: ROW_MM,
		halfPoints: SIZES[layout.key],
		rows: Array.from({ length: layout.rows }, (_, row) =>
			layout.cells
				.filter((cell) => cell.row === row)
				.map(({ address, text, colSpan, rowSpan, kind, depth }) => ({
					text: address === undefined ? '　'.repeat(depth ?? 0) + text : printedText(cells[address]),
					columnSpan: colSpan,
					rowSpan,
					bold: kind === 'band',
					align: kind === 'label' ? ('left' as const) : ('center' as const),
				})),
		),
	};
}
