import { type OfficialDocument, TEXT_WIDTH_MM } from '../../../platform/documents/index.ts';
import { minuteInChina, spokenDay } from '../../../platform/instants.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { approvalText } from '../queries/coordination.ts';
import type { DocumentInWork } from '../queries/in-work.ts';
import { assessmentOf } from '../rules/assessment.ts';
import { inForce, OUTCOMES, type Outcome } from '../rules/coordination.ts';
import { OPINIONS } from '../rules/disclosure.ts';
import { ATTRIBUTES, documentType, GROUNDS } from '../types.ts';
import { filled, label, lastStep, signature, writers } from './parts.ts';

const WIDTHS = [30, 48, 30, 48];

/** 政府信息发布审签表 (D32): what is published, where, and who wrote, checked, reviewed and signed it. */
export async function signOffSheet(reader: Reader, work: DocumentInWork, site: string): Promise<OfficialDocument> {
	const { content, document, office } = work;
	const proofread = lastStep(work, 'proofread', 'skipProofreading', 'submitUrgent');
	const read = { skipProofreading: '免校对', submitUrgent: '紧急发布，未校对' }[proofread?.action ?? ''] ?? '校对无误';
	return {
		title: '政府信息发布审签表',
		blocks: [
			{
				kind: 'table',
				widths: WIDTHS.map((width) => (width * TEXT_WIDTH_MM) / 156),
				rowHeight: 9.5,
				rows: [
					[label('信息标题'), filled(content.title, 3)],
					[label('发文机关'), filled(content.issuer), label('文　　号'), filled(content.documentNumber || '无')],
					[
						label('索 引 号'),
						filled(document.indexNumber ?? ''),
						label('信息类型'),
						filled(documentType(content.type).label),
					],
					...placeRows(work),
					[label('公开属性'), filled(attributeText(work), 3)],
					[label('信息来源'), filled(work.coordination.origin.text, 3)],
					[label('协商确认'), filled(consultedText(work), 3)],
					[label('批　　准'), filled(approvalText(work.coordination.record), 3)],
					[label('拟稿人'), filled(await writers(reader, work)), label('责任机构'), filled(content.responsibleUnit)],
					[label('校对意见'), filled(signature(proofread, read), 3)],
					[label('保密审查\n意　　见'), filled(signature(lastStep(work, 'passSecrecy'), '经保密审查，同意'), 3)],
					...(work.disclosure ? [[label('公开属性\n审查意见'), filled(opinionText(work.disclosure), 3)]] : []),
					...assessmentRows(work),
					[label('签发意见'), filled(signature(lastStep(work, 'signOff'), '同意签发'), 3)],
					[
						label('发布时间'),
						filled(publishedText(work)),
						label('链接地址'),
						filled(document.live ? `${site}/d/${document.id}` : ''),
					],
					[label('备　　注'), filled(remarks(work), 3)],
				],
			},
		],
		signature: { office: office.name, day: spokenDay(reader.today) },
	};
}

/** Where it goes and by when; what is not opened goes nowhere. */
function placeRows(work: DocumentInWork) {
	const { content, column } = work;
	const isOpen = content.attribute === 'active';
	return [
		[label('发布栏目'), filled(column?.name ?? ''), label('发布渠道'), filled(isOpen ? '政府网站' : '不在网站发布')],
		[
			label('成文日期'),
			filled(content.formedOn ? spokenDay(content.formedOn) : ''),
			label('应公开期限'),
			filled(isOpen ? dueText(work) : '不适用'),
		],
	];
}

function dueText({ clock }: DocumentInWork): string {
	if (!clock.due) return '';
	return `${spokenDay(clock.due)}${clock.mark ? `（${clock.mark}）` : ''}`;
}

function attributeText({ content }: DocumentInWork): string {
	if (content.attribute === '') return '';
	const ground = content.ground ? `，依据：${GROUNDS[content.ground]}。${content.groundNote}` : '';
	return `${ATTRIBUTES[content.attribute]}${ground}`;
}

/** Who was asked in this edition, and what each said last. */
function consultedText({ coordination, document }: DocumentInWork): string {
	const { record, requests } = coordination;
	const asked = inForce(requests, document.edition);
	if (asked.length === 0) return record.involvesOthers ? '涉及其他机关，尚未征求意见' : '不涉及其他机关';
	return asked.map(({ name, outcome }) => `${name}：${replyText(outcome)}`).join('\n');
}

function replyText(outcome: Outcome | null): string {
	if (!outcome) return '尚未答复';
	const { kind, words, onDay, reference, personName } = outcome;
	const said = [OUTCOMES[kind], words].filter(Boolean).join('，');
	return `${said}（${[reference || personName, spokenDay(onDay)].join('，')}）`;
}

/** What the 政务公开工作机构 said of a policy that is not to be opened (国办发〔2016〕80号). */
function opinionText({ opinion }: NonNullable<DocumentInWork['disclosure']>): string {
	if (!opinion) return signature(null);
	const { kind, reason, personName, at } = opinion;
	return `${OPINIONS[kind]}：${reason}\n\n签名：${personName}　　${minuteInChina(at)}`;
}

/** 影响评估 of this edition, where one was made (个人信息保护法第五十五条). */
function assessmentRows({ assessments, document }: DocumentInWork) {
	const made = assessmentOf(assessments, document.edition);
	if (!made) return [];
	const { assessor, assessedOn, conclusion, fileName } = made;
	return [
		[
			label('个人信息保\n护影响评估'),
			filled(`${conclusion}（${assessor}，${spokenDay(assessedOn)}，评估报告：${fileName}）`, 3),
		],
	];
}

function publishedText(work: DocumentInWork): string {
	const step = lastStep(work, 'publish');
	return step ? minuteInChina(step.at) : '';
}

/** Reasons somebody gave for going on all the same. */
function remarks(work: DocumentInWork): string {
	const data = { ...lastStep(work, 'signOff')?.data, ...lastStep(work, 'publish')?.data };
	const late = work.content.lateReason || textOf(data.lateReason);
	const personal = textOf(data.personalReason);
	const objection = textOf(data.objectionReason);
	const kind = work.content.attribute === 'active' ? '协商意见' : '公开属性审查意见';
	return [
		late && `逾期原因：${late}`,
		personal && `含个人信息仍予公开的理由：${personal}`,
		objection && `不采纳${kind}的理由：${objection}`,
		work.content.changeNote && `修订说明：${work.content.changeNote}`,
	]
		.filter(Boolean)
		.join('\n');
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
