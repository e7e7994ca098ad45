import { addDays } from '../../server/kernel/civil-day.ts';
import type { DemoCounty, DemoOfficeRow } from './county.ts';
import type { Desk } from './desk.ts';
import { staffOf } from './staff.ts';
import {
	CONSULTATIONS,
	type DemoConsultation,
	type DemoProposal,
	DRAFT_TO_SIGN,
	PROPOSALS,
} from './text/participation.ts';

/** Drafts put to the public, proposals and a sudden event. An office the demo does not have is passed over. */
export async function takePart(desk: Desk, county: DemoCounty, today: string): Promise<void> {
	for (const consultation of CONSULTATIONS) {
		const office = county.offices.get(consultation.office);
		if (office) await consult(desk, office, consultation, today);
	}
	for (const proposal of PROPOSALS) {
		const office = county.offices.get(proposal.office);
		const joint = proposal.joint.flatMap((slug) => county.offices.get(slug)?.id ?? []);
		if (office) await propose(desk, office, joint, proposal, today);
	}
	const office = county.offices.get('wangxi');
	if (office) await answerEvent(desk, office, addDays(today, -4));
	if (office) await leaveToSign(desk, office, today);
}

async function consult(desk: Desk, { slug }: DemoOfficeRow, given: DemoConsultation, today: string): Promise<void> {
	const { clerk, leader } = staffOf(slug);
	const opened = addDays(today, -given.ago);
	const { kind, title, body, explanation, how, shortReason = '' } = given;
	desk.at(opened, 9);
	const draft = { kind, title, body, explanation, how, shortReason, toDay: addDays(opened, given.days) };
	const { id, number } = (await desk.post(clerk, '/api/consultations', draft)).body as { id: number; number: string };
	await moveTo(desk, clerk, id, 'submit');
	await moveTo(desk, leader, id, 'sign');
	for (const { after, clause, body: words } of given.comments) {
		desk.at(addDays(opened, after), 11);
		await desk.form(`/consultations/${number}/comment`, { clause, body: words, token: `${number} ${after}` });
	}
	if (given.result === undefined) return;
	desk.at(addDays(opened, given.days + 9), 10);
	await sortOut(desk, clerk, id, given);
	await moveTo(desk, clerk, id, 'submitResult', given.result);
	await moveTo(desk, leader, id, 'publishResult');
}

/** On the leader's desk since yesterday, with a file that names somebody's telephone: what the check of files is for. */
async function leaveToSign(desk: Desk, { slug }: DemoOfficeRow, today: string): Promise<void> {
	const { clerk } = staffOf(slug);
	desk.at(addDays(today, -1), 15);
	const { file, ...draft } = DRAFT_TO_SIGN;
	const made = await desk.post(clerk, '/api/consultations', { ...draft, toDay: addDays(today, 40) });
	const { id } = made.body as { id: number };
	await desk.upload(clerk, `/api/consultations/${id}/files`, {}, [
		{ name: file.name, content: new TextEncoder().encode(file.text) },
	]);
	await moveTo(desk, clerk, id, 'submit');
}

interface Read {
	revision: number;
	commentList: { id: number }[];
	opinions: { id: number; revision: number }[];
}

async function readOne(desk: Desk, login: string, id: number): Promise<Read> {
	return (await desk.get(login, `/api/consultations/${id}`)).body as Read;
}

async function moveTo(desk: Desk, login: string, id: number, action: string, text = ''): Promise<void> {
	const { revision } = await readOne(desk, login, id);
	await desk.post(login, `/api/consultations/${id}/moves/${action}`, { revision, text });
}

/** Puts the comments together and says what becomes of each. */
async function sortOut(desk: Desk, clerk: string, id: number, { comments, opinions }: DemoConsultation): Promise<void> {
	const { commentList } = await readOne(desk, clerk, id);
	for (const [at, { summary }] of opinions.entries()) {
		const commentIds = commentList.flatMap((one, place) => (comments[place]?.opinion === at ? [one.id] : []));
		await desk.post(clerk, `/api/consultations/${id}/opinions`, { commentIds, summary });
	}
	const made = (await readOne(desk, clerk, id)).opinions;
	for (const [at, words] of opinions.entries()) {
		const opinion = made[at];
		if (opinion)
			await desk.put(clerk, `/api/consultations/${id}/opinions/${opinion.id}`, {
				...words,
				revision: opinion.revision,
			});
	}
}

async function propose(
	desk: Desk,
	{ id: officeId, slug }: DemoOfficeRow,
	jointOfficeIds: readonly number[],
	given: DemoProposal,
	today: string,
): Promise<void> {
	const { leader } = staffOf(slug);
	// The county's officer registers and hands out what the congress sends; at the county's own office he handles it, too.
	const clerk = slug === 'xianfuban' ? 'gongkaiban' : staffOf(slug).clerk;
	const receivedOn = addDays(today, -given.ago);
	const { kind, originalNumber, title, body, delegate } = given;
	desk.at(receivedOn, 10);
	const session = kind === 'deputy' ? '临澜县第十八届人民代表大会第五次会议' : '政协临澜县第十一届委员会第五次会议';
	const registered = { officeId, jointOfficeIds, kind, session, originalNumber, title, body, delegate, receivedOn };
	const { id } = (await desk.post('gongkaiban', '/api/proposals', registered)).body as { id: number };
	if (given.repliedAfter === undefined) return;
	const move = async (login: string, action: string, words: object = {}) => {
		const { revision } = (await desk.get(login, `/api/proposals/${id}`)).body as { revision: number };
		await desk.post(login, `/api/proposals/${id}/moves/${action}`, { ...words, revision });
	};
	desk.at(addDays(receivedOn, given.repliedAfter), 10);
	const { reply, result, publicity, publicityReason = '', publicText = '' } = given;
	await move(clerk, 'submit', { reply, result, publicity, publicityReason, publicText });
	await move(leader, 'sign');
	desk.at(addDays(receivedOn, given.repliedAfter + 8), 10);
	if (given.satisfaction) await move(clerk, 'satisfaction', { satisfaction: given.satisfaction });
	await move(clerk, 'publish');
}

/** 舆情: found in the morning, authoritative information within five hours, a press conference the next morning. */
async function answerEvent(desk: Desk, { id: officeId, slug }: DemoOfficeRow, day: string): Promise<void> {
	const { clerk } = staffOf(slug);
	desk.at(day, 9);
	const event = {
		...{ kind: 'opinion', origin: 'media', urgent: true, officeId, title: '镇区自来水浑浊引发关注' },
		body: '本地社交平台多人反映镇区自来水浑浊，担心水源受到污染。',
	};
	const { id } = (await desk.post(clerk, '/api/concerns', event)).body as { id: number };
	await desk.post(clerk, `/api/concerns/${id}/moves/accept`);
	const say = (stage: string, at: string, text: string) =>
		desk.post(clerk, `/api/concerns/${id}/responses`, { stage, at: `${at}:00+08:00`, text });
	desk.at(day, 13);
	await say('authoritative', `${day}T12:40`, '发布情况通报：管网检修致短时浑浊，水源未受污染，已安排送水车。');
	desk.at(addDays(day, 1), 9);
	await say('conference', `${addDays(day, 1)}T08:30`, '举行新闻发布会，公布水质检测结果。');
	await say('followUp', `${addDays(day, 1)}T08:50`, '公布抢修进度和恢复供水时间。');
}
