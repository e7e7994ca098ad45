import { officialCalendar } from '../../server/law/calendars.ts';
import type { DemoOfficeRow } from './county.ts';
import type { Answer, Desk } from './desk.ts';
import { daysBefore } from './publish.ts';
import { type Staff, staffOf } from './staff.ts';
import { APPLICATIONS, type DemoApplication, OPEN_APPLICATIONS } from './text/applications.ts';

interface Case {
	id: number;
	office: DemoOfficeRow;
	staff: Staff;
	/** Day it was received (第三十一条). */
	receivedOn: string;
}

/** Passes the check of GB 32100 and belongs to nobody: no area has the code 990123. */
const DEMO_CREDIT_CODE = '91990123MA0000001T';

type Asked = Omit<DemoApplication, 'day' | 'outcome'>;

/** What each outcome's letter is told besides the note. */
const FIELDS: Record<string, (note: string) => Record<string, string>> = {
	O1: (note) => ({ where: note }),
	O2: (note) => ({ form: '纸面', time: '随本告知书一并提供', enclosures: note }),
	O3: (note) => ({ openPart: note }),
	O7: (note) => ({ reason: note }),
	O8: (note) => ({ reason: note, subtype: '内部工作流程' }),
	O9: (note) => ({ reason: note, subtype: '讨论记录' }),
	O10: (note) => ({ reason: note, subtype: '行政检查案卷材料' }),
	O12: () => ({ search: '在综合档案室和业务系统中以所申请内容的名称、年份为关键词检索，未检索到。' }),
	O13: (note) => ({ reason: note, rightOffice: '东川市生态环境局临澜分局，电话 0999-7600123' }),
	O14: (note) => ({ reason: note }),
	O16: () => ({ properChannel: '临澜县信访局或者政务服务便民热线 12345' }),
	O17: () => ({ earlierNumber: '石政公开复〔上年〕1号', earlierDate: '上一次答复之日' }),
};

/** Takes an office's applications of the demo year from the citizen to the served answer, and leaves this year's at work. */
export async function answerApplications(
	desk: Desk,
	office: DemoOfficeRow,
	year: number,
	today: string,
): Promise<void> {
	for (const application of APPLICATIONS.filter((one) => one.office === office.slug)) {
		const opened = await open(desk, office, application, `${year}-${application.day}`);
		if (application.outcome === 'carried') await answerLater(desk, opened, application, year);
		else if (application.outcome === 'O21') await lapse(desk, opened);
		else await answer(desk, opened, application.outcome, application.note);
	}
	for (const application of OPEN_APPLICATIONS.filter((one) => one.office === office.slug)) {
		await leave(desk, office, application, daysBefore(today, application.daysAgo));
	}
}

const postNumber = ({ id }: Case) => `XA${String(id).padStart(9, '0')}CN`;

const later = (day: string, workingDays: number) => officialCalendar.latest.addWorkingDays(day, workingDays).day;

function act(desk: Desk, login: string, { id }: Pick<Case, 'id'>, action: string, body: object = {}): Promise<Answer> {
	return desk.post(login, `/api/applications/${id}/${action}`, body);
}

/** The portal's form, or a counter or post entry by the clerk; in the end a registered case. */
async function open(desk: Desk, office: DemoOfficeRow, asked: Asked, day: string): Promise<Case> {
	const arrived = await submit(desk, office, asked, day);
	if (asked.channel !== 'portal') return { ...arrived, receivedOn: day };
	const confirmedOn = later(day, 1);
	desk.at(confirmedOn, 10);
	await act(desk, arrived.staff.clerk, arrived, 'confirm', { confirmedOn, how: '电话联系申请人确认' });
	return { ...arrived, receivedOn: confirmedOn };
}

async function submit(desk: Desk, office: DemoOfficeRow, asked: Asked, day: string): Promise<Case> {
	const staff = staffOf(office.slug);
	desk.at(day, 9);
	if (asked.channel === 'portal') await desk.form(`/apply/${office.slug}`, formOf(asked));
	else await desk.post(staff.clerk, '/api/applications', entryOf(asked, day));
	const { body } = await desk.get(
		staff.clerk,
		`/api/applications?officeId=${office.id}&open=true&sort=number&order=desc&pageSize=1`,
	);
	const [newest] = (body as { rows: { id: number }[] }).rows;
	if (!newest) throw new Error(`demo: no application of ${office.slug}`);
	return { id: newest.id, office, staff, receivedOn: day };
}

function formOf({ kind, applicant, description }: Asked): Record<string, string> {
	const natural = kind === 'natural';
	return {
		applicantKind: kind,
		...(natural
			? {
					'person.name': applicant,
					'person.idKind': 'other',
					'person.idNumber': `DEMO-${applicant.length}${description.length}`,
				}
			: {
					'organisation.name': applicant,
					'organisation.creditCode': DEMO_CREDIT_CODE,
					'organisation.contactPerson': '办公室',
				}),
		phone: '0999-7712345',
		address: '临澜县滨河大道 100 号',
		postcode: '990100',
		title: description,
		features: '',
		form: 'paper',
		delivery: 'post',
		consent: 'yes',
	};
}

function entryOf({ channel, kind, applicant, description }: Asked, day: string): object {
	return {
		channel,
		submittedOn: day,
		arrivedOn: day,
		request: {
			applicantKind: kind,
			title: description,
			documentNumber: '',
			features: '',
			form: 'paper',
			delivery: 'post',
		},
		applicant: { name: applicant, phone: '0999-7712345', address: '临澜县滨河大道 100 号', postcode: '990100' },
	};
}

async function answer(desk: Desk, opened: Case, outcome: string, note: string, workingDays = 12): Promise<void> {
	const { staff, receivedOn } = opened;
	desk.at(later(receivedOn, 1), 9);
	await act(desk, staff.clerk, opened, 'startHandling');
	if (outcome === 'O7' || outcome === 'O3') await askThirdParty(desk, opened, 'refuse');
	if (outcome === 'O12') {
		const searchedOn = later(receivedOn, 3);
		desk.at(searchedOn, 15);
		await act(desk, staff.clerk, opened, 'recordSearch', {
			searchedOn,
			place: '综合档案室、业务系统',
			keywords: '林权登记、2008 年',
			result: '未检索到',
		});
	}
	const decidedOn = later(receivedOn, workingDays - 1);
	await decide(desk, opened, outcome, note, decidedOn);
	const servedOn = later(receivedOn, workingDays);
	desk.at(servedOn, 10);
	await act(desk, staff.clerk, opened, 'serve', {
		way: 'post',
		servedOn,
		receivedOn: null,
		postNumber: postNumber(opened),
		note: '',
	});
}

/** Draft, secrecy review where Art 17 wants one, and the second signature. */
async function decide(
	desk: Desk,
	opened: Case,
	outcome: string,
	note: string,
	day: string,
	approve = true,
): Promise<void> {
	const { staff } = opened;
	desk.at(day, 9);
	const withheld =
		outcome === 'O3'
			? [{ ground: '15', part: '涉及第三方的个人信息和技术参数', reason: '公开会损害第三方合法权益' }]
			: [];
	const fields = FIELDS[outcome]?.(note) ?? {};
	await act(desk, staff.clerk, opened, 'propose', { outcome, details: { fields, withheld, enclosureIds: [] } });
	if (!approve) return;
	desk.at(day, 14);
	if (outcome === 'O2' || outcome === 'O3')
		await act(desk, staff.secrecyReviewer, opened, 'reviewSecrecy', { note: '不涉及国家秘密。' });
	desk.at(day, 16);
	await act(desk, staff.leader, opened, 'approve', { note: '同意。' });
}

async function askThirdParty(desk: Desk, opened: Case, reply: string | null): Promise<void> {
	const { staff, receivedOn } = opened;
	const sentOn = later(receivedOn, 4);
	desk.at(sentOn, 10);
	await act(desk, staff.clerk, opened, 'consultations', {
		kind: 'thirdParty',
		information: '所申请的协议、图纸等材料',
		agency: '',
		party: {
			name: '东川城建工程有限公司',
			contact: '办公室',
			phone: '0999-7755555',
			address: '东川市建设路 8 号',
			postcode: '990000',
		},
	});
	if (reply === null) return;
	const { body } = await desk.get(staff.clerk, `/api/applications/${opened.id}`);
	const [consultation] = (body as { consultations: { id: number }[] }).consultations;
	const on = later(receivedOn, 8);
	desk.at(on, 10);
	await act(desk, staff.clerk, opened, `consultations/${consultation?.id}/reply`, {
		on,
		reply,
		reasons: '图纸含有本公司专有技术方案，公开将造成损失。',
	});
}

/** Received in December and answered in January: carried over in table 3. */
async function answerLater(desk: Desk, opened: Case, application: DemoApplication, year: number): Promise<void> {
	await answer(desk, opened, 'O2', application.note || '公开竣工验收报告。', 15);
	if (later(opened.receivedOn, 15) <= `${year}-12-31`) throw new Error('demo: the carried case was answered too early');
}

/** Asked to supplement, and not heard of again. */
async function lapse(desk: Desk, opened: Case): Promise<void> {
	const { staff, receivedOn } = opened;
	const noticeOn = later(receivedOn, 3);
	desk.at(noticeOn, 10);
	const until = later(noticeOn, 15);
	await act(desk, staff.clerk, opened, 'requestSupplement', {
		items: '请写明所需信息的名称、文号或者其他便于查询的特征。',
		until,
	});
	desk.at(later(until, 2), 10);
	await act(desk, staff.leader, opened, 'lapseSupplement');
	await servePaper(desk, opened, later(until, 3));
}

/** The closing letter of a lapsed case goes out like every other. */
async function servePaper(desk: Desk, opened: Case, servedOn: string): Promise<void> {
	desk.at(servedOn, 10);
	const { body } = await desk.get(opened.staff.clerk, `/api/applications/${opened.id}`);
	const letter = (body as { letters: { id: number }[] }).letters.at(-1);
	if (letter)
		await act(desk, opened.staff.clerk, opened, `letters/${letter.id}/services`, {
			way: 'post',
			servedOn,
			receivedOn: null,
			postNumber: postNumber(opened),
			note: '',
		});
}

/** This year's applications, left where the demo's clerk finds them. */
async function leave(
	desk: Desk,
	office: DemoOfficeRow,
	application: (typeof OPEN_APPLICATIONS)[number],
	day: string,
): Promise<void> {
	if (application.leave === 'confirming') {
		await submit(desk, office, application, day);
		return;
	}
	const opened = await open(desk, office, application, day);
	if (application.leave === 'registered') return;
	const { staff, receivedOn } = opened;
	if (application.leave === 'supplement') {
		desk.at(later(receivedOn, 1), 15);
		await act(desk, staff.clerk, opened, 'requestSupplement', {
			items: '请写明所需材料的名称和年份。',
			until: later(receivedOn, 12),
		});
		return;
	}
	desk.at(later(receivedOn, 1), 9);
	await act(desk, staff.clerk, opened, 'startHandling');
	if (application.leave === 'thirdParty') await askThirdParty(desk, opened, null);
	if (application.leave === 'decided') await decide(desk, opened, 'O2', application.note, later(receivedOn, 8), false);
}
