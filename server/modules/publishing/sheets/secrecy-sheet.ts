import type { Block, OfficialDocument } from '../../../platform/documents/index.ts';
import { minuteInChina, spokenDay } from '../../../platform/instants.ts';
import type { Reader } from '../../../platform/transaction.ts';
import type { DocumentInWork } from '../queries/in-work.ts';
import { CONCLUSIONS, SECRECY_QUESTIONS } from '../rules/secrecy.ts';
import type { SecrecyReview } from '../store/history.ts';
import { ATTRIBUTES } from '../types.ts';
import { filled, label, lastStep, signature, writers } from './parts.ts';

const ANSWERS = { no: '否', yes: '是' } as const;

/** 政府信息公开保密审查表 (D31), of the last review of the edition in hand. */
export async function secrecySheet(
	reader: Reader,
	work: DocumentInWork,
	review: SecrecyReview,
): Promise<OfficialDocument> {
	return {
		title: '政府信息公开保密审查表',
		blocks: [
			headTable(work, review, await writers(reader, work)),
			{ kind: 'paragraph', text: '审查内容', flush: true },
			questionTable(review),
			{ kind: 'paragraph', text: '', flush: true },
			conclusionTable(work, review),
		],
		signature: { office: work.office.name, day: spokenDay(reader.today) },
	};
}

function headTable(work: DocumentInWork, review: SecrecyReview, drafters: string): Block {
	const { content } = work;
	const attribute = content.attribute ? ATTRIBUTES[content.attribute] : '';
	return {
		kind: 'table',
		widths: [34, 44, 34, 44],
		rowHeight: 11,
		rows: [
			[label('信息名称'), filled(content.title, 3)],
			[label('来　　源'), filled(content.issuer), label('责任机构'), filled(content.responsibleUnit)],
			[
				label('拟公开方式'),
				filled(content.attribute === 'active' ? '政府网站' : '不在网站发布'),
				label('公开属性'),
				filled(attribute),
			],
			[
				label('附　　件'),
				filled(`${content.attachments.length} 件`),
				label('版　　次'),
				filled(`第 ${review.edition} 版`),
			],
			[label('拟 稿 人'), filled(drafters, 3)],
			[
				label('初　　审\n（校对）'),
				filled(signature(lastStep(work, 'proofread', 'skipProofreading', 'submitUrgent')), 3),
			],
		],
	};
}

function questionTable(review: SecrecyReview): Block {
	return {
		kind: 'table',
		widths: [13, 85, 16, 42],
		headerRows: 1,
		rows: [
			[label('序号'), label('审查事项'), label('是/否'), label('说明')],
			...SECRECY_QUESTIONS.map(({ key, text, basis }, index) => {
				const given = review.answers[key];
				return [
					label(String(index + 1)),
					filled(`${text}（${basis}）`),
					{ text: given ? ANSWERS[given.answer] : '', align: 'center' as const },
					filled(given?.note ?? ''),
				];
			}),
		],
	};
}

function conclusionTable(work: DocumentInWork, review: SecrecyReview): Block {
	const asked = `${review.authority}答复：${review.authorityReply}`;
	return {
		kind: 'table',
		widths: [34, 122],
		rowHeight: 14,
		rows: [
			[label('保密审查结论'), filled(conclusionText(review))],
			...(review.authority ? [[label('报请确定'), filled(asked)]] : []),
			[label('审查人'), filled(`签名：${review.reviewerName}　　${minuteInChina(review.at)}`)],
			[label('批　　准'), filled(signature(lastStep(work, 'signOff')))],
		],
	};
}

function conclusionText(review: SecrecyReview): string {
	return [CONCLUSIONS[review.conclusion], review.opinion].filter(Boolean).join('。');
}
