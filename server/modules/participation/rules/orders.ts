import { isCivilDay } from '../../../kernel/civil-day.ts';
import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { messages } from '../messages.zh.ts';
import type { Kind } from '../model.ts';
import type { OrderRow } from '../sheets/hotline-sheet.ts';
import { type Incoming, intakeIssues } from './intake.ts';

/** An office as a sheet may name it. */
export interface NamedOffice {
	id: number;
	name: string;
	shortName: string;
}

/** A row as the message it would become, and everything wrong with it. */
export interface Order {
	row: number;
	orderNumber: string;
	incoming: Incoming;
	receivedAt: Date | null;
	officeName: string;
	/** It came in with an earlier sheet and is passed over. */
	isKnown: boolean;
	issues: Issue[];
}

export interface OrderContext {
	offices: readonly NamedOffice[];
	/** Of the person who imports. */
	ownOfficeId: number;
	/** Whether orders of other offices may be imported: the county's. */
	mayAll: boolean;
	known: ReadonlySet<string>;
	now: Date;
}

const TITLE = 40;

/** Judges all rows of a sheet. */
export function judgeOrders(rows: readonly OrderRow[], context: OrderContext): Order[] {
	const seen = new Map<string, number>();
	return rows.map((row) => {
		const order = judgeOrder(row, context);
		const twin = seen.get(order.orderNumber);
		if (order.orderNumber !== '' && twin === undefined) seen.set(order.orderNumber, row.row);
		if (twin !== undefined) order.issues.push(issue('order.twice', messages.orderTwice(twin), 'orderNumber'));
		return order;
	});
}

function judgeOrder({ row, values }: OrderRow, { offices, ownOfficeId, mayAll, known, now }: OrderContext): Order {
	const orderNumber = values.orderNumber.replace(/\s/g, '');
	const office = values.office === '' ? undefined : officeNamed(values.office, offices);
	const officeId = values.office === '' ? ownOfficeId : (office?.id ?? 0);
	const receivedAt = momentOf(values.calledAt);
	const body = values.address === '' ? values.body : `${values.body}\n诉求地点：${values.address}`;
	const incoming: Incoming = {
		kind: kindOf(values.kind, values.body),
		officeId,
		title: values.title || titleOf(values.body),
		body,
		page: '',
		contact: { name: values.name.slice(0, 50), phone: phoneOf(values.phone), email: '' },
	};
	const isKnown = known.has(orderNumber);
	const issues = collectIssues(
		!/^\S{1,50}$/.test(orderNumber) && issue('order.number', messages.orderNumber, 'orderNumber'),
		(receivedAt === null || receivedAt > now) && issue('order.time', messages.orderTime, 'calledAt'),
		officeId === 0 && issue('order.office', messages.orderOffice(values.office), 'office'),
		officeId !== 0 && officeId !== ownOfficeId && !mayAll && issue('order.other', messages.orderOther, 'office'),
		intakeIssues(incoming),
	);
	const officeName = offices.find(({ id }) => id === officeId)?.shortName ?? values.office;
	// What is in already is not judged again: it cannot be mended here.
	return { row, orderNumber, incoming, receivedAt, officeName, isKnown, issues: isKnown ? [] : issues };
}

function officeNamed(text: string, offices: readonly NamedOffice[]): NamedOffice | undefined {
	const plain = text.replace(/\s/g, '');
	return offices.find(({ name, shortName }) => name === plain || shortName === plain);
}

/** 投诉 at a hotline may be about anything; only what is about disclosure is a complaint of Art 47 and 51. */
function kindOf(word: string, body: string): Kind {
	const isDisclosure = /信息公开|政务公开|依申请公开|未公开|不公开|没有公开/.test(`${word} ${body}`);
	if (/投诉|举报/.test(word)) return isDisclosure ? 'complaint' : 'question';
	return /点题|要求公开/.test(word) ? 'wanted' : 'question';
}

function titleOf(body: string): string {
	const [first = ''] = body.split(/[。！？；\n]/);
	return [...first.trim()].slice(0, TITLE).join('');
}

/** 匿名, 无 and the like say that nobody left a number. */
function phoneOf(text: string): string {
	return /\d/.test(text) ? text : '';
}

/** `2026-06-01 09:30`, also with / . 年月日 and seconds, as a moment in China; a bare day is its first minute. */
export function momentOf(text: string): Date | null {
	const found =
		/^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]*(\d{1,2})[:：时](\d{1,2})分?(?:[:：](\d{1,2})秒?)?)?$/.exec(
			text.trim(),
		);
	if (!found) return null;
	const [year, month, date, hour, minute] = found.slice(1).map((part) => (part ?? '0').padStart(2, '0'));
	const day = `${year}-${month}-${date}`;
	if (!isCivilDay(day) || Number(hour) > 23 || Number(minute) > 59) return null;
	return new Date(`${day}T${hour}:${minute}:00+08:00`);
}
