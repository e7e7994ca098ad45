import { FACT_KINDS, type Fact, type FactKind } from './facts.ts';
import type { Paper, WeighedTerm } from './measures.ts';

// What a question asks more narrowly than by a kind of fact: a figure stands in nearly every paper, and is mostly not the one asked for.

/** What is asked for, and what a paper that tells it looks like. */
interface Particular {
	asks: RegExp;
	tells: RegExp;
}

const NUMBER = '[0-9一二三四五六七八九十两]+';

/** Without one of these, a paper that is asked for it answers nothing, whatever other figures it has. */
const PARTICULARS: readonly Particular[] = [
	{
		asks: /利率|利息(?:是|要)?多少|几个点|百分之几|比例|几折/,
		tells: /[0-9.]+\s*%|报价利率|百分之[一二三四五六七八九十]|半价|[一二三四五六七八九]折/,
	},
	{
		asks: /(?:每个?月|月月).{0,8}几[号日]|几[号日].{0,8}(?:打|发|到)/,
		tells: /每[月季年][^。;；]{0,8}[0-9]+\s*日|(?<![0-9])月[初底末]|季[初末]|次月|逢/,
	},
	{ asks: /几[次回针]/, tells: new RegExp(`${NUMBER}\\s*[次回针剂]`) },
	{ asks: /多少人|几个人|几名|几户/, tells: new RegExp(`${NUMBER}\\s*[人名户]`) },
	{ asks: /几岁|多少岁/, tells: /周?岁|年龄/ },
	{ asks: /平方|平米|一平/, tells: /平方米/ },
	{ asks: /(?:一个月|每个?月).{0,8}(?:多少|几[块十百千])/, tells: /月/ },
	{ asks: /(?:一年|每年|年年).{0,6}(?:多少|几[块十百千])/, tells: /年[^。;；]{0,20}元|元[^。;；]{0,6}年/ },
	{ asks: /(?:一天|每天).{0,8}(?:多少|几[块十])/, tells: /[每一]天|日/ },
	{ asks: /一针/, tells: /针|剂/ },
	{ asks: /银行/, tells: /银行|信用社|邮储/ },
	{ asks: /样本|范本|模板/, tells: /样本|范本|模板|下载/ },
	{
		asks: /多少天|(?<!哪)几天/,
		tells: new RegExp(`${NUMBER}\\s*个?(?:工作)?[天日](?!前)|小时|当[场天日]|即`),
	},
	{ asks: /几个月|多少个?月/, tells: new RegExp(`${NUMBER}\\s*个?(?:月|周|工作日|日)`) },
	{ asks: /谁.{0,2}(?:出|掏|交|付|缴)/, tells: /承担|负担|自理|自付|出资|免费|支付|垫付|免收|财政|自交/ },
	{
		asks: /(?:什么|哪些|啥|几样)(?:材料|资料|证件|证明)|[带拿](?:什么|啥|哪些)/,
		tells: /身份证|户口[簿本]|证明|申请[书表]|合同|协议|照片|执照|发票|复印件|原件|介绍信|授权书/,
	},
	{ asks: /几点/, tells: /[0-9]{1,2}\s*[:时点]|24小时/ },
	{ asks: /[末首]班/, tells: /[末首]/ },
];

/** What befell somebody, or how it is to be done; papers speak of it in these words. */
const SITUATIONS: readonly Particular[] = [
	{ asks: /丢|掉了|弄没|遗失|掰走|补办|补一|偷/, tells: /遗失|补领|补办|补换|补证|丢失|损坏|挂失|补发|被盗/ },
	{ asks: /过期|过了期|到期|期满|逾期/, tells: /过期|到期|届满|期满|逾期|有效期|超过/ },
	{ asks: /代办|代领|代交|替|帮.{0,4}(?:办|领|交)|委托|让别人/, tells: /代|委托|家属|他人|监护人/ },
	{ asks: /网上|手机上|在线|不用跑|线上/, tells: /网|平台|小程序|公众号|app|应用|电子|线上/ },
	{ asks: /上门|瘫|下不了床|走不动/, tells: /上门|行动不便/ },
	{ asks: /退(?!休|伍|役)/, tells: /退(?!休|伍|役)/ },
	{ asks: /去世|死了|走了|过世|没了/, tells: /亡|去世/ },
	{ asks: /赔/, tells: /赔/ },
	{ asks: /罚/, tells: /罚|处以|责令|滞纳/ },
	{ asks: /换|改|变更|转/, tells: /换|改|变更|转|调整|过户/ },
	{ asks: /停|销|取消/, tells: /停|注销|取消|中止|终止/ },
	{
		asks: /再|又|重新|第二次|年年|每年|以后|接着/,
		tells: /再次|重新|每年|续|延|首次|次|年度/,
	},
	{ asks: /迟|晚了|错过|来不及|没赶上|忘/, tells: /逾期|截止|未|补缴|超过|前/ },
	{ asks: /优惠|打折|便宜|减|折/, tells: /优惠|减|折|免|半价|%/ },
	{ asks: /继承|转让|卖|租出|转租|送给/, tells: /继承|转让|转租|出租|出借|过户|流转|买卖|出售/ },
];

/** A bus line, a grade, a school: named by a number, and another one is another thing. */
const NUMBERED =
	/[0-9]+路|[a-z一二三四五六七八九十]级|[0-9]+号[楼线]|第[一二三四五六七八九十]+(?:小学|中学|幼儿园)|[一二三四五六七八九十]+中(?=的|学|在)/g;

const untold = (particulars: readonly Particular[], text: string, paper: string) =>
	particulars.filter(({ asks, tells }) => asks.test(text) && !tells.test(paper)).length;

/** Something narrower than a kind of fact is asked for, and stands in none of the paper's passages. */
export function lacksParticular(text: string, { passages }: Pick<Paper, 'passages'>): boolean {
	return untold(PARTICULARS, text, passages.map(({ body }) => body).join('\n')) > 0;
}

/** So many situations are asked about that the paper says nothing of. */
export const situationsUntold = (text: string, { whole }: Pick<Paper, 'whole'>) => untold(SITUATIONS, text, whole);

/** So many things are named by a number that stand in the paper under no such number. */
export const numberedUntold = (text: string, { whole }: Pick<Paper, 'whole'>) =>
	(text.match(NUMBERED) ?? []).filter((name) => !whole.includes(name)).length;

/** Characters before and behind a value that still speak of it. */
const BEFORE = 12;
const BEHIND = 8;

/**
 * 0 … 1: of what these terms are worth, the most that is said right beside a value of a kind that is asked for; where no kind is asked
 * that a value tells, the most that one sentence says.
 */
export function saidBesideValue(
	terms: readonly WeighedTerm[],
	facts: readonly Fact[],
	bodies: readonly string[],
	worth: (term: WeighedTerm) => number,
): number {
	const all = terms.reduce((sum, term) => sum + worth(term), 0);
	const hard = facts.map((fact): FactKind => FACT_KINDS[fact]).filter((kind) => kind.hard);
	const around = bodies
		.flatMap((body) => body.split(/[。;；\n]/))
		.flatMap((sentence) => (hard.length === 0 ? [sentence] : hard.flatMap(({ tells }) => valuesIn(sentence, tells))));
	if (all === 0) return around.length > 0 ? 1 : 0;
	const said = around.map((text) =>
		terms.reduce((sum, term) => sum + (term.ways.some((way) => text.includes(way)) ? worth(term) : 0), 0),
	);
	return Math.max(0, ...said) / all;
}

/** Each value of a sentence with what stands around it. */
function valuesIn(sentence: string, tells: RegExp): string[] {
	return [...sentence.matchAll(new RegExp(tells, 'g'))].map(({ 0: value, index }) =>
		sentence.slice(Math.max(0, index - BEFORE), index + value.length + BEHIND),
	);
}
