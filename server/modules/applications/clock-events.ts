import { z } from 'zod';
import { isCivilDay } from '../../kernel/civil-day.ts';
import { type Issue, issue } from '../../kernel/issue.ts';
import { failed, type Result, resultOf } from '../../kernel/result.ts';

/**
 * The events a statutory clock is recomputed from, and the format of `gongkai clock --events FILE`:
 * `{"events":[{"type":"received","on":"2026-02-10","channel":"online"},{"type":"confirmed","on":"2026-02-11"}]}`.
 * `on` is a civil day of Asia/Shanghai. Events of one day are taken in the order written.
 */
const day = z.string().refine(isCivilDay, '应为实际存在的日期，格式如2026-02-10。').meta({ format: 'date' });

/** How the application came in. The last four have to be confirmed with the applicant (第三十一条). */
export const CLOCK_CHANNELS = ['counter', 'oral', 'post', 'ordinaryPost', 'online', 'email', 'fax'] as const;

const consultation = z.string().min(1).default('1');

export const clockEventSchema = z.discriminatedUnion('type', [
	/** Handed in, signed for, or arrived. Without `channel` this is the day of receipt unless a `confirmed` follows. */
	z.strictObject({ type: z.literal('received'), on: day, channel: z.enum(CLOCK_CHANNELS).optional() }),
	/** Both sides confirmed the receipt: the day of receipt for post without signature, internet and fax. */
	z.strictObject({ type: z.literal('confirmed'), on: day }),
	/** The one supplement notice (第三十条); `until` is the last day the applicant was given. */
	z.strictObject({ type: z.literal('supplementRequested'), on: day, until: day.optional() }),
	/** The supplemented application arrived: the answer period starts anew. */
	z.strictObject({ type: z.literal('supplemented'), on: day }),
	/**
	 * Asked a third party (第三十二条), a joint maker (第三十四条), or for a ruling (第十七条). `deliveredOn`: the day
	 * they received it, from which their 15 working days run; `on` when left out. `id` tells consultations apart.
	 */
	z.strictObject({
		type: z.literal('consultationSent'),
		on: day,
		id: consultation,
		kind: z.enum(['thirdParty', 'otherAgency', 'determination']),
		deliveredOn: day.optional(),
	}),
	/** The reply came, or it was closed for another reason. Silence needs no event: the pause ends by itself. */
	z.strictObject({ type: z.literal('consultationClosed'), on: day, id: consultation }),
	/** Extension approved and told to the applicant (第三十三条第二款), in working days. */
	z.strictObject({ type: z.literal('extended'), on: day, days: z.int().min(1).max(366) }),
	/**
	 * Fee notice sent; `deliveredOn`: the day the applicant received it, from which 20 working days run; `effect`: what the notice
	 * says of the period after payment, where the county decided.
	 */
	z.strictObject({
		type: z.literal('feeNotified'),
		on: day,
		deliveredOn: day.optional(),
		effect: z.enum(['restart', 'resume']).optional(),
	}),
	/** The fee was paid in full. */
	z.strictObject({ type: z.literal('feePaid'), on: day }),
	/** Answer put off under 第三十五条 to a day told to the applicant. */
	z.strictObject({ type: z.literal('delayed'), on: day, until: day }),
	/** The answer was signed for, or handed to the post (国办公开办函〔2016〕235号): the day that counts. */
	z.strictObject({ type: z.literal('served'), on: day }),
	/** Ended without an answer to be served in time: withdrawn, deemed abandoned, or no application at all. */
	z.strictObject({
		type: z.literal('ended'),
		on: day,
		reason: z.enum(['withdrawn', 'notSupplemented', 'notPaid', 'transferred', 'other']).default('other'),
	}),
]);

const EVENT_TYPES = clockEventSchema.options.map((option) => option.shape.type.value);

export type ClockEvent = z.output<typeof clockEventSchema>;
export type ClockEventType = ClockEvent['type'];
export type ClockEventOf<T extends ClockEventType> = Extract<ClockEvent, { type: T }>;
export type ConsultationKind = ClockEventOf<'consultationSent'>['kind'];

/** The whole file. `calendarAsOf`: count with the holiday notices known on that day. */
export const clockFileSchema = z.strictObject({
	calendarAsOf: day.optional(),
	events: z.array(clockEventSchema).min(1).max(10_000),
});
export type ClockFile = z.output<typeof clockFileSchema>;

/** Reads the JSON value of an events file; a bare array of events is accepted too. Issues are Chinese, with paths. */
export function parseClockFile(value: unknown): Result<ClockFile> {
	const read = clockFileSchema.safeParse(Array.isArray(value) ? { events: value } : value, { error: inChinese });
	if (!read.success) return failed(...read.error.issues.map(toIssue));
	return resultOf(read.data, checkEvents(read.data.events));
}

function toIssue(found: z.core.$ZodIssue): Issue {
	const [first, at, ...rest] = found.path;
	const where = first === 'events' && typeof at === 'number' ? `第${at + 1}个事件` : '';
	const field = rest.length > 0 ? `的${rest.join('.')}` : '';
	const place = where === '' ? '' : `${where}${field}：`;
	return issue('clock.event', `${place}${found.message}`, found.path.join('.'));
}

/** zod's own texts name types in English; these are read by people. */
function inChinese(found: z.core.$ZodRawIssue): string {
	switch (found.code) {
		case 'unrecognized_keys':
			return `不认识的项：${found.keys.join('、')}。`;
		case 'invalid_union':
			return `没有这种事件，应为：${EVENT_TYPES.join('、')}。`;
		case 'invalid_value':
			return `应为：${found.values.join('、')}。`;
		case 'too_small':
		case 'too_big':
			return found.origin === 'array' ? '事件应为1至10000个。' : '应为1至366之间的整数。';
		case 'invalid_type':
			if (found.input === undefined) return '缺少这一项。';
			return `应为${TYPE_NAMES[found.expected] ?? '有效的值'}。`;
		default:
			return '内容有误。';
	}
}

const TYPE_NAMES: Record<string, string> = {
	string: '文字',
	number: '数字',
	int: '整数',
	array: '列表',
	object: 'JSON对象',
};

/** What the shape alone cannot say: there is a receipt, and no reply or delivery before what it answers. */
export function checkEvents(events: readonly ClockEvent[]): Issue[] {
	const issues: Issue[] = [];
	if (!events.some((event) => event.type === 'received')) {
		issues.push(issue('clock.noReceipt', '缺少收到申请的事件（received）。', 'events'));
	}
	events.forEach((event, at) => {
		const after = laterDay(event);
		if (after !== undefined && after < event.on) {
			const text = `第${at + 1}个事件：${after}早于该事件的日期${event.on}。`;
			issues.push(issue('clock.order', text, `events.${at}`));
		}
	});
	return issues;
}

function laterDay(event: ClockEvent): string | undefined {
	if (event.type === 'consultationSent' || event.type === 'feeNotified') return event.deliveredOn;
	return event.type === 'supplementRequested' || event.type === 'delayed' ? event.until : undefined;
}
