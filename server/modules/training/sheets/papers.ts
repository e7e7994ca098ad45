import { chineseDay } from '../../../kernel/civil-day.ts';
import { civilDay } from '../../../platform/clock.ts';
import {
	type Block,
	labelCell,
	type OfficialDocument,
	paragraph,
	type TableBlock,
} from '../../../platform/documents/index.ts';
import { KINDS, type Training } from '../model.ts';
import type { CertificateFacts } from '../queries/results.ts';

/** 合格证明, to be sealed by hand. */
export function certificatePaper({
	number,
	name,
	office,
	exam,
	score,
	issuer,
	day,
}: CertificateFacts): OfficialDocument {
	return {
		title: '考试合格证明',
		issuer,
		number: `编号：${number}`,
		blocks: [paragraph(`${name}（${office}）参加“${exam}”，成绩${score}分，合格。`), paragraph('特此证明。')],
		signature: { office: issuer, day: chineseDay(civilDay(day)) },
	};
}

interface RosterRow {
	officeName: string;
	postLabel: string;
	name: string;
	position: string;
	phone: string;
	since: string;
	until: string | null;
}

/** 名册 of posts, a table an office. */
export function rosterPaper(rows: readonly RosterRow[], today: string): OfficialDocument {
	const offices = [...new Set(rows.map(({ officeName }) => officeName))];
	return {
		title: '政府信息公开工作人员名册',
		blocks: offices.flatMap((name): Block[] => [
			{ kind: 'heading', level: 1, text: name },
			rosterTable(rows.filter(({ officeName }) => officeName === name)),
		]),
		notes: [`${chineseDay(today)}打印`],
	};
}

function rosterTable(rows: readonly RosterRow[]): TableBlock {
	return {
		kind: 'table',
		widths: [38, 22, 36, 32, 28],
		headerRows: 1,
		halfPoints: 21,
		rows: [
			['岗位', '姓名', '职务', '电话', '任职'].map((text) => labelCell(text)),
			...rows.map(({ postLabel, name, position, phone, since, until }) => [
				{ text: postLabel },
				{ text: name },
				{ text: position },
				{ text: phone },
				{ text: until ? `${since}至${until}` : `${since}起` },
			]),
		],
	};
}

interface HandoverPaper {
	officeName: string;
	fromName: string;
	toName: string;
	reason: string;
	note: string;
	items: readonly { group: string; title: string; state: string; due: string | null }[];
	gatheredAt: Date;
	givenAt: Date | null;
	takenAt: Date | null;
}

/** 工作交接单: what is in hand, and two signatures. */
export function handoverPaper(sheet: HandoverPaper): OfficialDocument {
	const { officeName, fromName, toName, reason, note, items, gatheredAt } = sheet;
	return {
		title: '政府信息公开工作交接单',
		blocks: [
			paragraph(
				`${officeName}${fromName}因${reason}，将下列工作移交${toName}。事项截至${chineseDay(civilDay(gatheredAt))}，共${items.length}项。`,
			),
			...(items.length > 0 ? [itemTable(items)] : [paragraph('没有未办结的事项。')]),
			...(note ? [paragraph(`其他说明：${note}`)] : []),
			paragraph('账号由本人使用，密码不移交；接收人使用自己的账号，由系统管理员调整角色。'),
			signatures(sheet),
		],
	};
}

function itemTable(items: HandoverPaper['items']): TableBlock {
	return {
		kind: 'table',
		widths: [12, 30, 62, 28, 24],
		headerRows: 1,
		halfPoints: 21,
		rows: [
			['序号', '类别', '事项', '状态', '期限'].map((text) => labelCell(text)),
			...items.map(({ group, title, state, due }, at) => [
				{ text: String(at + 1), align: 'center' as const },
				{ text: group },
				{ text: title },
				{ text: state },
				{ text: due ?? '' },
			]),
		],
	};
}

const signed = (at: Date | null) => (at ? `${chineseDay(civilDay(at))}在系统中确认` : '');

function signatures({ fromName, toName, givenAt, takenAt }: HandoverPaper): TableBlock {
	return {
		kind: 'table',
		widths: [30, 48, 30, 48],
		rowHeight: 14,
		rows: [
			[labelCell('移交人'), { text: fromName }, labelCell('接收人'), { text: toName }],
			[labelCell('确认'), { text: signed(givenAt) }, labelCell('确认'), { text: signed(takenAt) }],
			[labelCell('监交人'), { text: '' }, labelCell('日期'), { text: '' }],
		],
	};
}

interface TrainingPaper extends Training {
	officeName: string;
	issuer: string;
	invited: readonly { officeName: string }[];
	people: readonly { officeName: string; name: string; position: string; attended: boolean | null }[];
}

const whenOf = (day: string, hours: string) => `${chineseDay(day)}${hours ? ` ${hours}` : ''}`;

/** 通知: what, when, where, for whom. */
export function noticePaper(training: TrainingPaper, today: string): OfficialDocument {
	const { kind, title, day, hours, place, speaker, content, issuer, invited } = training;
	const label = KINDS[kind].label;
	return {
		title: `关于举办${title}的通知`,
		issuer,
		addressee: invited.map(({ officeName }) => officeName).join('、'),
		blocks: [
			{ kind: 'heading', level: 1, text: `一、${label}内容` },
			paragraph(content || title),
			{ kind: 'heading', level: 1, text: '二、时间和地点' },
			paragraph(`${[whenOf(day, hours), place].filter((text) => text !== '').join('，')}。`),
			...(speaker
				? [{ kind: 'heading' as const, level: 1 as const, text: '三、主讲或者主持' }, paragraph(speaker)]
				: []),
			paragraph('请各机关在系统“队伍建设”中填报参加人员名单。'),
		],
		signature: { office: issuer, day: chineseDay(today) },
	};
}

/** 签到表: who is on the list, with room to sign; ticks when it has been held. */
export function signInPaper({ title, day, place, people }: TrainingPaper): OfficialDocument {
	return {
		title: `${title}签到表`,
		blocks: [
			{ kind: 'paragraph', flush: true, text: `时间：${chineseDay(day)}　地点：${place}` },
			{
				kind: 'table',
				widths: [14, 40, 28, 40, 34],
				headerRows: 1,
				rowHeight: 10,
				rows: [
					['序号', '机关', '姓名', '职务', '签到'].map((text) => labelCell(text)),
					...people.map(({ officeName, name, position, attended }, at) => [
						{ text: String(at + 1), align: 'center' as const },
						{ text: officeName },
						{ text: name },
						{ text: position },
						{ text: attended === null ? '' : attended ? '到场' : '未到' },
					]),
				],
			},
		],
	};
}

/** 纪要 with who came. */
export function minutesPaper({ title, day, hours, place, speaker, minutes, people }: TrainingPaper): OfficialDocument {
	const came = people.filter(({ attended }) => attended === true);
	const head = [
		`时间：${whenOf(day, hours)}`,
		...(place ? [`地点：${place}`] : []),
		...(speaker ? [`主讲或者主持：${speaker}`] : []),
		`参加：${came.map(({ officeName, name }) => `${officeName}${name}`).join('、')}（共${came.length}人）`,
	];
	return {
		title: `${title}纪要`,
		blocks: [
			...head.map((text): Block => ({ kind: 'paragraph', flush: true, text })),
			paragraph(minutes || '（没有记录）'),
		],
	};
}
