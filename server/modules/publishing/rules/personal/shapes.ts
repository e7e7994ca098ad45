import type { Spot } from './spot.ts';

type ShapeKind = 'socialCard' | 'plate' | 'address';

/** 社会保障卡 and 一卡通 numbers have no check of their own: the word before them tells. */
const SOCIAL_CARD =
	/(?:社保卡|社会保障卡|社保账户|一卡通|惠农卡|存折)(?:卡号|账号|帐号|号码|号|账户)?(?:为|是)?[:： ]{0,3}([A-Za-z]?[0-9](?:[ -]?[0-9]){7,19})(?![0-9])/g;

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
/** GA 36: a province, a letter, five characters, or six where the car runs on electricity. */
const PLATE = new RegExp(
	`[${PROVINCES}][A-HJ-NP-Z][·• -]?(?=[A-HJ-NP-Z0-9]*[0-9])[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警](?![A-Za-z0-9])`,
	'g',
);

/** What stands below the township and ends at a door: 村 with 组 or 号, or a block with 单元 and 室. */
const DOOR = '[0-9一二三四五六七八九十百]{1,5}';
const ADDRESS = new RegExp(
	[
		`[\\u4e00-\\u9fff]{1,8}(?:村|社区|屯|寨|嘎查)(?:民委员会)?(?:第?${DOOR}(?:村民)?(?:小?组|社|队))(?:第?${DOOR}号)?`,
		`[\\u4e00-\\u9fff]{1,8}(?:村|屯|寨)[\\u4e00-\\u9fff]{0,6}${DOOR}号`,
		`[\\u4e00-\\u9fff0-9]{2,16}?(?:${DOOR}(?:号楼|栋|幢|座|号院))(?:${DOOR}单元)?(?:${DOOR}[-－—])?${DOOR}(?:室|号|户)`,
		`[\\u4e00-\\u9fff]{2,12}${DOOR}单元${DOOR}(?:室|号|户)?`,
	].join('|'),
	'g',
);
/** Where an office, a work site or a meeting is says nothing of where a person lives. */
const PUBLIC_PLACE =
	/(?:办公地址|办公地点|单位地址|机关地址|通信地址|通讯地址|受理地点|办理地点|地点|会场|注册地址|营业地址|经营场所|住所地|窗口|位于|地处|项目|工程|道路|路段|起于|止于|送至|交至|寄至)[^，。；\n]{0,20}$/;
const PUBLIC_DOOR =
	/^(?:至|窗口|会议室|办公室|大厅|门市|门面|商铺|仓库|卫生室|活动室|服务站|村委会|居委会|公路|工程|项目|水库|桥|集中|道路|安置点)/;

/** Numbers of cards and plates, and home addresses, by their shape; half-width text. */
export function findShapes(text: string): Spot<ShapeKind>[] {
	const cards = [...text.matchAll(SOCIAL_CARD)].map((match) => {
		const number = match[1] ?? '';
		return { kind: 'socialCard' as const, at: match.index + match[0].length - number.length, length: number.length };
	});
	const plates = [...text.matchAll(PLATE)].map((match) => ({
		kind: 'plate' as const,
		at: match.index,
		length: match[0].length,
	}));
	const addresses = [...text.matchAll(ADDRESS)]
		.filter(({ index, 0: found }) => !isPublic(text, index, found.length))
		.map((match) => ({ kind: 'address' as const, at: match.index, length: match[0].length }));
	return [...cards, ...plates, ...addresses];
}

function isPublic(text: string, at: number, length: number): boolean {
	const found = text.slice(at, at + length);
	const before = text.slice(Math.max(0, at - 30), at);
	// The greedy name of the village may have taken the telling word in.
	return (
		PUBLIC_PLACE.test(before + found.slice(0, 8)) ||
		PUBLIC_PLACE.test(before) ||
		PUBLIC_DOOR.test(text.slice(at + length))
	);
}
