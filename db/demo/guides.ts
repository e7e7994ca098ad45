import type { DemoOfficeRow } from './county.ts';
import type { Desk } from './desk.ts';
import { staffOf } from './staff.ts';

/** Writes and publishes an office's guide (公开指南) with all that Art 12 asks for. */
export async function publishGuide(desk: Desk, office: DemoOfficeRow, day: string): Promise<void> {
	const staff = staffOf(office.slug);
	desk.at(day, 9);
	const draft = (await desk.get(staff.clerk, `/api/guides/${office.id}`)).body as { version: number; content: object };
	const content = { ...draft.content, ...guideOf(office) };
	await desk.put(staff.clerk, `/api/guides/${office.id}`, { version: draft.version, content });
	desk.at(day, 16);
	await desk.post(staff.leader, `/api/guides/${office.id}/publish`);
}

function guideOf(office: DemoOfficeRow) {
	const { name, contactOffice, address, postcode, phone, fax, email } = office;
	return {
		classification: '本机关公开的政府信息分为机构职能、政策文件、规划计划、财政信息、公示公告、工作动态等类别。',
		arrangement: '信息按栏目和索引号编排。索引号由机构代码、生成年份和顺序号组成，一件信息一个索引号。',
		access: '公众可以在本平台查阅、检索和下载，也可以到县档案馆、县图书馆和本机关便民服务场所的查阅点查阅。',
		channels: '县政府信息公开平台、政务新媒体、公开栏和查阅点。',
		applyWays: `可以在线申请，也可以当面或者邮寄提出。邮寄请在信封左下角注明“政府信息公开申请”，寄至${address}，${name}${contactOffice}收。`,
		applyNotes:
			'申请应当写明姓名或者名称、身份证明、联系方式，所需信息的名称、文号或者便于查询的特征，以及获取信息的方式。本机关自收到申请之日起二十个工作日内答复；需要延长的，延长不超过二十个工作日并告知申请人。',
		fees: '提供政府信息不收取费用。申请的数量、频次明显超过合理范围的，依照规定收取信息处理费。',
		bodyName: `${name}${contactOffice}`,
		address,
		postcode,
		officeHours: '工作日 8:30—12:00，14:30—17:30',
		phone,
		fax,
		internet: email,
		supervision:
			'认为本机关未按照要求主动公开政府信息或者不依法答复申请的，可以向县政务公开办公室提出；也可以依法申请行政复议或者提起行政诉讼。',
	};
}
