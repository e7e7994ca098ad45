import { below, pick, seeded } from '../fuzz/random.ts';

/** A piece of a text: words, or something planted of a kind. */
export interface Planted {
	kind: string;
	at: number;
	length: number;
}

export interface LeakText {
	text: string;
	planted: Planted[];
}

type Random = () => number;
type Part = string | { kind: string; value: string };

/**
 * Public texts as offices write them, invented, with personal data planted in some and look-alikes in all. Nothing here
 * is shared with the detector: numbers are computed from the standards anew, names and places are lists of their own.
 */
export function makeTexts(seed: number, count: number): LeakText[] {
	return Array.from({ length: count }, (_, n) => {
		const random = seeded(seed * 7919 + n);
		const parts = pick(random, TEXTS)(random);
		return joined(parts);
	});
}

function joined(parts: readonly Part[]): LeakText {
	let text = '';
	const planted: Planted[] = [];
	for (const part of parts) {
		if (typeof part === 'string') text += part;
		else {
			planted.push({ kind: part.kind, at: text.length, length: part.value.length });
			text += part.value;
		}
	}
	return { text, planted };
}

const digits = (random: Random, n: number) => Array.from({ length: n }, () => below(random, 10)).join('');
const two = (n: number) => String(n).padStart(2, '0');

/** GB 11643, with the weights as powers of two modulo 11. */
function identity(random: Random): string {
	const body = `${11 + below(random, 50)}${digits(random, 4).replace(/^00/, '01')}${1935 + below(random, 75)}${two(1 + below(random, 12))}${two(1 + below(random, 28))}${digits(random, 3)}`;
	let sum = 0;
	for (let i = 0; i < 17; i++) sum += Number(body[i]) * (2 ** (17 - i) % 11);
	const rest = (12 - (sum % 11)) % 11;
	return body + (rest === 10 ? 'X' : String(rest));
}

/** ISO/IEC 7812 check digit by summing from the left. */
function card(random: Random): string {
	const body = pick(random, ['621700', '622848', '621226', '623058']) + digits(random, pick(random, [9, 12]));
	let sum = 0;
	const all = `${body}0`;
	for (let i = 0; i < all.length; i++) {
		const figure = Number(all[i]);
		const isDoubled = (all.length - i) % 2 === 0;
		sum += isDoubled ? Math.floor((figure * 2) / 10) + ((figure * 2) % 10) : figure;
	}
	return body + String((10 - (sum % 10)) % 10);
}

const wide = (text: string) => text.replace(/\d/g, (figure) => String.fromCharCode(0xff10 + Number(figure)));

/** As people type numbers. */
function typed(random: Random, value: string): string {
	const way = below(random, 12);
	if (way === 0) return wide(value);
	if (way === 1) return value.replace(/^(.{3,6})(.{4,8})(.+)$/, '$1 $2 $3');
	if (way === 2) return value.toLowerCase();
	return value;
}

const idNumber = (random: Random): Part => ({ kind: 'idNumber', value: typed(random, identity(random)) });
const bankCard = (random: Random): Part => ({ kind: 'bankCard', value: typed(random, card(random)) });
const mobile = (random: Random): Part => ({
	kind: 'mobile',
	value: typed(random, `1${pick(random, ['35', '59', '86', '77', '98'])}${digits(random, 8)}`),
});
const plate = (random: Random): Part => ({
	kind: 'plate',
	value: `${pick(random, ['湘', '川', '鄂', '皖', '粤'])}${pick(random, ['A', 'C', 'F', 'K'])}${pick(random, ['', '·'])}${digits(random, 2)}${pick(random, ['B', 'K', 'X'])}${digits(random, 2)}`,
});
const socialCard = (random: Random): Part[] => [
	`${pick(random, ['社会保障卡号', '社保卡号：', '一卡通账号 '])}`,
	{ kind: 'socialCard', value: `${pick(random, ['A', 'K', ''])}${digits(random, 8)}` },
];
const VILLAGES = ['石桥村', '柳树坪村', '上河村', '新建社区', '大湾村', '枫林村'];
const address = (random: Random): Part => ({
	kind: 'address',
	value: pick(random, [
		`${pick(random, VILLAGES)}${1 + below(random, 12)}组${1 + below(random, 60)}号`,
		`${pick(random, VILLAGES)}第${pick(random, ['三', '五', '十一'])}村民小组`,
		`${pick(random, ['锦绣花园', '河滨小区', '安康家园'])}${1 + below(random, 20)}栋${1 + below(random, 4)}单元${1 + below(random, 9)}0${1 + below(random, 4)}室`,
		`${pick(random, ['阳光苑', '和平里'])}${1 + below(random, 20)}号楼${1 + below(random, 9)}0${1 + below(random, 4)}室`,
	]),
});
const NAMES = [
	...[
		'张桂英',
		'李建国',
		'王小芳',
		'刘洋',
		'陈志强',
		'杨柳',
		'赵春花',
		'黄大海',
		'周敏',
		'吴德福',
		'徐丽',
		'孙长贵',
		'马俊',
	],
	...[
		'欧阳玉兰',
		'司马军',
		'郭子怡',
		'何秀兰',
		'罗二娃',
		'梁宏伟',
		'宋佳',
		'郑国庆',
		'谢冬梅',
		'唐建平',
		'冯雪',
		'董明',
		'曹阿芳',
	],
];
const name = (random: Random): Part => ({ kind: 'situation', value: pick(random, NAMES) });
const openName = (random: Random): Part => pick(random, NAMES);
const SITUATIONS = [
	'低保户',
	'五保户',
	'二级肢体残疾',
	'精神障碍',
	'恶性肿瘤',
	'脱贫户',
	'孤儿',
	'特困人员',
	'大病救助',
];

const money = (random: Random) => `${1 + below(random, 9)}${digits(random, 2)}0`;

/** Rows of a list: who gets an allowance and why. */
function allowances(random: Random): Part[] {
	const separator = pick(random, ['\t', '  ', '，', '\n']);
	const kinds = [below(random, 2) === 0, below(random, 2) === 0, below(random, 3) === 0];
	const rows = Array.from({ length: 2 + below(random, 6) }, (_, i): Part[] => [
		`${i + 1}`,
		separator,
		name(random),
		separator,
		pick(random, ['男', '女']),
		separator,
		...(kinds[0] ? [idNumber(random), separator] : []),
		...(kinds[2] ? [address(random), separator] : []),
		pick(random, SITUATIONS),
		separator,
		`${money(random)}元`,
		...(kinds[1] ? [separator, bankCard(random)] : []),
		'\n',
	]);
	return [
		`石桥乡2025年第${1 + below(random, 4)}季度救助资金发放公示\n`,
		'序号、姓名、性别、类别、金额\n',
		...rows.flat(),
		'公示期7天，监督电话0999-5550012。\n',
	];
}

function subsidies(random: Random): Part[] {
	const rows = Array.from({ length: 2 + below(random, 6) }, (): Part[] => [
		openName(random),
		'，种植面积',
		`${1 + below(random, 30)}.${below(random, 10)}亩，补贴`,
		`${money(random)}元`,
		...(below(random, 2) === 0 ? ['，联系电话', mobile(random)] : []),
		...(below(random, 3) === 0 ? ['，', ...socialCard(random)] : []),
		'。\n',
	]);
	return [
		'耕地地力保护补贴发放明细\n',
		...rows.flat(),
		`资金文号：县财农〔2025〕${below(random, 99)}号，项目编号2025${digits(random, 8)}。\n`,
	];
}

function penalty(random: Random): Part[] {
	return [
		`行政处罚决定书（青综执罚字〔2025〕第${below(random, 300)}号）\n当事人：青河县禾丰商贸有限公司，统一社会信用代码91${digits(random, 4)}00MA${digits(random, 3)}K${digits(random, 4)}，`,
		`注册地址：青河县清源镇人民路${1 + below(random, 200)}号，法定代表人`,
		openName(random),
		below(random, 2) === 0 ? '。' : '，身份证号码',
		...(below(random, 2) === 0 ? ['依法登记。'] : [idNumber(random), '。']),
		'驾驶',
		...(below(random, 2) === 0 ? [plate(random)] : ['重型货车']),
		`运输渣土，处罚款人民币${money(random)}元，缴至账户4300${digits(random, 11)}。\n`,
	];
}

function notice(random: Random): Part[] {
	return [
		`关于召开全县政务公开工作会议的通知\n各乡镇、县直各单位：会议定于2025年${1 + below(random, 12)}月${1 + below(random, 28)}日在县政府${1 + below(random, 5)}号楼${1 + below(random, 9)}0${1 + below(random, 9)}会议室召开。`,
		`办公地址：清源镇滨河路${1 + below(random, 99)}号政务中心B座${1 + below(random, 9)}楼。索引号：000014349/2025-${digits(random, 5)}，合同编号HT2025${digits(random, 9)}，`,
		`订单号12${digits(random, 9)}，邮政编码415${digits(random, 3)}，传真0999-${digits(random, 7)}。`,
		below(random, 3) === 0 ? '联系人手机：' : '联系人：党政办。',
		...(below(random, 3) === 0 ? [mobile(random), '。'] : []),
		'\n',
	];
}

function project(random: Random): Part[] {
	return [
		`石桥村至柳树坪村3组道路硬化工程中标公示\n项目位于石桥村5组，全长${1 + below(random, 9)}.${below(random, 9)}公里，总投资${money(random)}万元。`,
		`中标单位账号6${below(random, 2) === 0 ? '1' : '3'}${digits(random, 13)}，项目负责人`,
		openName(random),
		`，建造师注册编号湘143${digits(random, 9)}，低保户、脱贫户务工比例不低于${10 + below(random, 30)}%。文件查阅地点：县政务中心${1 + below(random, 4)}号楼${digits(random, 3)}室。\n`,
	];
}

function reply(random: Random): Part[] {
	return [
		'关于县十八届人大四次会议第23号建议的答复\n',
		openName(random),
		'代表：您提出的关于加强残疾人康复服务的建议收悉。全县现有持证残疾人四千余人，低保对象应保尽保，',
		below(random, 2) === 0 ? '' : '您反映的住在',
		...(below(random, 2) === 0 ? ['相关问题'] : [address(random), '的情况']),
		'已经核实。\n',
	];
}

const TEXTS: readonly ((random: Random) => Part[])[] = [
	allowances,
	allowances,
	subsidies,
	penalty,
	notice,
	project,
	reply,
];
