import { expect, it } from 'vitest';
import { render, textOf } from '../../../testing/render.tsx';
import type { DocumentDetail } from '../api.ts';
import { Files } from './files.tsx';
import { MaskFiles } from './mask-files.tsx';

const file = (id: number, fileName: string, maskedFrom: number | null = null) => ({
	...{ id, fileName, maskedFrom, mediaType: 'x', size: 2048, addedAt: '2026-05-21T01:00:00Z' },
});

/** Of a document what these parts look at. */
function documentWith(change: object): DocumentDetail {
	return {
		...{
			id: 7,
			state: 'draft',
			mayEdit: true,
			reviews: [],
			attachments: [file(21, '名单.xlsx'), file(22, '说明.pdf')],
		},
		content: { attribute: 'active', attachments: [21, 22], body: '' },
		personal: [{ kind: 'mobile', label: '手机号码', around: '…', fileName: '名单.xlsx' }],
		...change,
	} as unknown as DocumentDetail;
}
const buttons = (change: object = {}) => textOf(render(<MaskFiles document={documentWith(change)} />));

it('a file in which something personal was found can be masked, the others not', () => {
	expect(buttons()).toContain('一键隐去「名单.xlsx」中的个人信息');
	expect(buttons()).not.toContain('说明.pdf');
});

it('of a file that is not shown, a document that is handed on, or one that is not to be public there is none', () => {
	const content = { attribute: 'active', attachments: [22], body: '' };
	expect(buttons({ content })).not.toContain('一键隐去');
	expect(buttons({ state: 'signOff' })).not.toContain('一键隐去');
	expect(buttons({ mayEdit: false })).not.toContain('一键隐去');
	expect(buttons({ content: { ...content, attribute: 'withheld', attachments: [21] } })).not.toContain('一键隐去');
	// A picture that stands in the text is shown too.
	expect(buttons({ content: { ...content, body: '<img src="attachment:21">' } })).toContain('一键隐去');
});

it('the original of a copy is listed as kept inside, never among the attachments', () => {
	const attachments = [file(21, '名单.xlsx'), file(23, '名单（隐去个人信息）.xlsx', 21)];
	const content = { attribute: 'active', attachments: [23], body: '' };
	const text = textOf(render(<Files document={documentWith({ attachments, content })} />));
	const [shown = '', kept = ''] = text.split('内部留存的原件（不公开）');
	expect(shown).toContain('名单（隐去个人信息）.xlsx');
	expect(shown).not.toContain('名单.xlsx');
	expect(kept).toContain('名单.xlsx');
});
