import { sixSections } from '../../forms/index.ts';
import { basisForms } from '../basis.ts';
import { defineRule } from '../define.ts';
import { likeness, narrativeOf, squeeze } from '../narrative.ts';

export const NHEAD = defineRule({
	id: 'N-HEAD',
	title: '六个部分的标题用规定的文字',
	basis: basisForms,
	forms: ['2019', '2021'],
	severity: 'info',
	scope: 'text',
	check(context) {
		const { six } = narrativeOf(context);
		return sixSections.flatMap((spec) => {
			const section = six.get(spec.n);
			if (!section || likeness(section.heading, spec) === 1) return [];
			const found = squeeze(section.heading);
			const message = `标题「${found}」与规定的「${spec.label}」不一致，请核对是否有错字`;
			return [{ found, expected: spec.label, message, at: section.at }];
		});
	},
});
