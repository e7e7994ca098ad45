import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { formatInstant } from '../../../ui/index.ts';
import { type Report, readOffers, type Section } from '../api.ts';
import { printedParts } from './printed.ts';
import { SectionEditor } from './section-editor.tsx';

/** The words of the report: as printed, and section by section to write. */
export function WordsTab({ view }: { view: Report }) {
	const [editing, setEditing] = useState<number | null>(null);
	const offers = useQuery({
		queryKey: ['reports', view.report.id, 'offers'],
		queryFn: () => readOffers(view.report.id),
		enabled: view.editable,
	});
	return (
		<>
			<p className="gk-hint gk-gap">
				正文中的数字取自表格和台账，随数据变化；{view.editable ? '编写时请从「引用数据」中选取。' : '签发后不再变化。'}
			</p>
			{view.sections.map((section) => (
				<section className="gk-panel" key={section.n}>
					<h2>{headingOf(section)}</h2>
					{editing === section.n && offers.data ? (
						<SectionEditor
							key={section.base}
							report={view.report}
							section={section}
							offers={offers.data}
							onClose={() => setEditing(null)}
						/>
					) : (
						<Printed view={view} section={section} onEdit={view.editable ? () => setEditing(section.n) : null} />
					)}
				</section>
			))}
		</>
	);
}

function headingOf({ n, heading }: Section): string {
	return n === 0 ? heading : `${'一二三四五六'[n - 1]}、${heading}`;
}

interface PrintedProps {
	view: Report;
	section: Section;
	onEdit: (() => void) | null;
}

/** A section as it is printed today. */
function Printed({ view, section, onEdit }: PrintedProps) {
	const parts = printedParts(view.document, section.n);
	return (
		<>
			<div className="gk-section-text">
				{parts.length === 0 ? (
					<p className="gk-hint">{section.table ? '本部分为表格，可以不写文字。' : '尚未编写。'}</p>
				) : null}
				{parts.map(({ key, kind, text }) => (kind === 'heading' ? <h3 key={key}>{text}</h3> : <p key={key}>{text}</p>))}
			</div>
			{section.savedBy && section.savedAt ? (
				<p className="gk-hint">
					{section.savedBy}，{formatInstant(section.savedAt)}保存
				</p>
			) : null}
			{onEdit ? (
				<Button size="small" onClick={onEdit}>
					编写
				</Button>
			) : null}
		</>
	);
}
