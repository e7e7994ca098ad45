import { DescriptionList, EmptyState } from '../../../ui/index.ts';
import type { Guide } from '../api.ts';

/** The guide for those who do not write it. */
export function GuideText({ guide: { sections, content } }: { guide: Guide }) {
	return sections.map(({ title, fields }) => {
		const written = fields.filter(({ key }) => content[key as keyof typeof content] !== '');
		return (
			<section key={title} className="gk-panel">
				<h2>{title}</h2>
				{written.length === 0 ? (
					<EmptyState title="尚未填写" />
				) : (
					<DescriptionList
						narrow
						items={written.map(({ key, label }) => ({
							label,
							value: <span className="cat-text">{content[key as keyof typeof content]}</span>,
						}))}
					/>
				)}
			</section>
		);
	});
}
