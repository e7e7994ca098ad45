import { describe, expect, it } from 'vitest';
import { officialCalendar } from '../law/calendars.ts';
import { parseClockFile } from '../modules/applications/index.ts';
import { applicationOutput, clockOutputSchema, countOutput } from './clock-output.ts';
import { clockText } from './clock-text.ts';

const calendar = officialCalendar.latest;

function application(events: unknown[], today?: string): string {
	const file = parseClockFile(events);
	if (!file.ok) throw new Error(file.issues[0]?.message);
	const output = applicationOutput(file.value.events, calendar, today);
	expect(clockOutputSchema.parse(output)).toEqual(output);
	return clockText(output);
}

describe('the text of a clock', () => {
	it('reads like this for an application with everything in it', () => {
		const text = application(
			[
				{ type: 'received', on: '2026-04-24', channel: 'online' },
				{ type: 'confirmed', on: '2026-04-27' },
				{ type: 'consultationSent', on: '2026-04-29', kind: 'thirdParty' },
				{ type: 'consultationClosed', on: '2026-05-08' },
				{ type: 'extended', on: '2026-05-20', days: 1 },
			],
			'2026-05-07',
		);
		expect(text.split('\n').slice(0, 22)).toEqual([
			'收到申请：2026年4月27日（星期一）',
			'办理状态：办理中（国务院令第711号）',
			'答复期限：2026年6月3日（星期三）',
			'原定期限：2026年6月2日（星期二）',
			'告知补正：2026年5月9日（星期六）前一次性告知',
			'截至2026-05-07：已用2个工作日，还剩18个工作日，当前不计入期限',
			'日历：放假通知已载入至2026-12-31',
			'',
			'2026-04-25 至 2026-04-27，1个工作日：等待与申请人确认，确认之日为收到申请之日（《条例》第三十一条）',
			'2026-04-28 至 2026-04-29，2个工作日：答复期限20个工作日（《条例》第三十三条第二款）',
			'2026-04-30 至 2026-05-08，4个工作日：征求第三方意见，不计入答复期限（《条例》第三十三条第三款）',
			'2026-05-09 至 2026-06-02，18个工作日：答复期限20个工作日（《条例》第三十三条第二款）',
			'2026-06-03 至 2026-06-03，1个工作日：延长答复期限1个工作日（《条例》第三十三条第二款）',
			'',
			'2026-04-24  星期五   -  工作日，申请到达',
			'2026-04-25  星期六   -  周末',
			'2026-04-26  星期日   -  周末',
			'2026-04-27  星期一   -  收到申请之日，不计入',
			'2026-04-28  星期二   1  工作日',
			'2026-04-29  星期三   2  工作日',
			'2026-04-30  星期四   -  工作日，征求第三方意见，不计入答复期限',
			'2026-05-01  星期五   -  劳动节放假',
		]);
	});

	it('names the old order for an old application', () => {
		const text = application([{ type: 'received', on: '2019-04-10' }]);
		expect(text).toContain('办理状态：办理中（原条例，国务院令第492号）');
		expect(text).toContain('答复期限15个工作日（《中华人民共和国政府信息公开条例》（国务院令第492号）第二十四条）');
	});

	it('says that a period is open where its end is not known', () => {
		const text = application([
			{ type: 'received', on: '2026-02-10' },
			{ type: 'consultationSent', on: '2026-02-12', kind: 'determination' },
		]);
		expect(text).toContain('答复期限：目前没有在计算');
		expect(text).toContain('2026-02-13 至 今：报请有关主管部门或者保密行政管理部门确定，不计入答复期限');
	});

	it('carries the mark of an unpublished calendar wherever it shows a due date', () => {
		expect(application([{ type: 'received', on: '2026-12-14' }])).toMatch(/答复期限：.*【日历未发布，暂按周末推算】/);
		expect(clockText(countOutput('2026-12-14', 20, calendar))).toMatch(/届满日期：.*【日历未发布，暂按周末推算】/);
		expect(clockText(countOutput('2026-02-10', 20, calendar))).not.toContain('【');
	});

	it('ends with a line end and holds no word of the program', () => {
		const text = application([{ type: 'received', on: '2026-02-10' }], '2026-03-20');
		expect(text.endsWith('工作日\n')).toBe(true);
		expect(text).not.toMatch(/[A-Za-z]/);
		expect(text).not.toMatch(/undefined|null|NaN/);
	});
});

it('says so when no notice is loaded at all', () => {
	const bare = { ...countOutput('2026-02-10', 1, calendar), calendar: { version: '', lastCovered: null } };
	expect(clockText(bare)).toContain('日历：没有载入放假通知');
});
