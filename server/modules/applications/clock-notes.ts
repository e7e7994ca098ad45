import type { ClockEventType } from './clock-events.ts';

/**
 * What a clock says about an event it could not take as it stands. Live cases are guarded before they get here;
 * imported ones are counted as far as the law allows, and each deviation is told.
 */
const NOTES = {
	secondReceipt: { applied: false, message: '已有收到申请的记录，本条不再计算。' },
	needlessConfirmation: { applied: false, message: '收到日期已经确定，本条确认不影响期限。' },
	notStarted: { applied: false, message: '收到日期尚未确定，期限没有起算，本条不影响期限。' },
	afterEnd: { applied: false, message: '申请已经办结，本条不影响期限。' },
	notRunning: { applied: false, message: '答复期限当时没有在计算，本条不影响期限。' },
	afterLimit: { applied: false, message: '答复期限当时已经届满，本条不影响期限。' },
	secondSupplement: { applied: false, message: '补正只能一次性告知（第三十条），再次要求补正不影响期限。' },
	lateSupplement: { applied: true, message: '要求补正超过了收到申请之日起7个工作日（第三十条）。' },
	lateSupplied: { applied: true, message: '申请人补正超过了补正期限，按已受理补正计算。' },
	noSupplement: { applied: false, message: '没有要求补正，本条不影响期限。' },
	openConsultation: { applied: false, message: '同一征求意见尚未结束，本条不再计算。' },
	noConsultation: { applied: false, message: '没有对应的征求意见，本条不影响期限。' },
	secondExtension: { applied: false, message: '答复期限只能延长一次，本条不影响期限。' },
	cutExtension: { applied: true, message: '延长的期限超过法定上限，按上限计算。' },
	extensionAfterDelay: { applied: false, message: '已经确定延迟答复的期限，不再延长。' },
	secondFee: { applied: false, message: '已经发出过收费通知，本条不影响期限。' },
	noFee: { applied: false, message: '没有待缴的收费通知，本条不影响期限。' },
	latePayment: { applied: true, message: '缴费超过了20个工作日的期限，按已接受缴费计算。' },
	secondDelay: { applied: false, message: '延迟答复的期限已经确定，本条不影响期限。' },
	delayNotLater: { applied: false, message: '延迟答复的日期不晚于原期限，本条不影响期限。' },
} as const satisfies Record<string, { applied: boolean; message: string }>;

export type NoteKey = keyof typeof NOTES;

export interface ClockNote {
	/** Place of the event in the list as given, from 0. */
	readonly at: number;
	readonly type: ClockEventType;
	readonly on: string;
	readonly key: `clock.${NoteKey}`;
	/** Chinese sentence. */
	readonly message: string;
	/** Whether the event counted all the same. */
	readonly applied: boolean;
}

export function note(key: NoteKey, at: number, event: { type: ClockEventType; on: string }): ClockNote {
	return { at, type: event.type, on: event.on, key: `clock.${key}`, ...NOTES[key] };
}
