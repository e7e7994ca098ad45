/** What kind of fact a question asks for, how one knows, and what a passage that tells it looks like. */
export interface FactKind {
	/** Said in the question; what matches says nothing of the matter. */
	asks: RegExp;
	/** Asks for it too, in words that belong to the matter as well. */
	also?: RegExp;
	/** Names of the fact itself. */
	words: readonly string[];
	/** Stands in a passage that tells such a fact. */
	tells: RegExp;
	/** In a heading over such facts. */
	heading: RegExp;
	/** Without such a fact a passage answers nothing; otherwise it only counts for it. */
	hard: boolean;
	/** Where a whole paper tells no such fact, it answers no question for one, whatever else it says. */
	needed?: boolean;
}

const NUMBER = '(?:[0-9０-９][0-9０-９,.]*|[一二三四五六七八九十百千两半]+)';
const FEW = '[^，。？?]{0,4}';
/** A number that counts something else than money. */
const COUNTED = '(?![0-9]*(?:个?工作日|天|年|人|户|个|岁|次|级|层|平|小时))';

export const FACT_KINDS = {
	money: {
		asks: new RegExp(
			`多少${COUNTED}(?:钱|块钱?|费用?|一[平亩吨度方户个台次])?|几块钱|几个[钱点]|什么价|价格|(?:要不要|用不用|需不需要|需要|要|收|花|交)(?:花|交|收)?(?:什么)?钱(?:吗|不)?|(?:要|收)(?:什么)?费用?(?:吗|不)|要钱|花钱|免费吗|收费|退钱`,
		),
		also: new RegExp(
			`(?:补|贴|交|罚|领|收|贷|报|赔|奖|给|发|减|扣|付|出|掏|涨)${FEW}(?:多少|几[个多]?(?:钱|块|角|百|千|万))|几(?:块|角|毛|百|千|万)|(?:收|花|交|给|出|掏).{0,3}[钱费]|免费|不要钱|百分之几|比例|利率|利息`,
		),
		words: ['价格', '费用', '收费', '免费', '不要钱'],
		tells: new RegExp(
			`${NUMBER}\\s*(?:万|千|百)?\\s*(?:元|％|%)|免费|免收|不收|免除|不予|全额|工本费|减半|半价|负担|承担|自理`,
		),
		heading: /标准|费|金额|价|租金|利率|额度/,
		hard: true,
	},
	length: {
		asks: /多久|多长时间|多少天|几天|几个月|多少个?工作日|多少年|几年|多长|好久/,
		also: /有效期|最长|最迟|几个(?:工作日|小时)/,
		words: ['期限', '时限'],
		tells: new RegExp(`${NUMBER}\\s*(?:个)?(?:工作日|小时|分钟|日|天|周|月|年)|当场|当日|即时|即办|长期|立即`),
		heading: /时限|期限|有效期|时间/,
		hard: true,
	},
	time: {
		asks: /什么时候|什么时间|啥时候|何时|几号|几月份?|哪个月|哪一?天|哪几天|截止|哪年|逢几/,
		words: ['时间', '日期'],
		tells: /[0-9]{1,2}\s*[月日号]|周[一二三四五六日末至]|星期|每[年月季周日逢]|逢|次月|除夕|一周内|期间|工作日/,
		heading: /时间|期限|日期/,
		hard: true,
	},
	day: {
		asks: /几号|几月份?|逢几/,
		words: [],
		tells: /[0-9一二三四五六七八九十]\s*[月日号](?!以?内)|逢/,
		heading: /时间|期限|日期/,
		hard: true,
	},
	clock: {
		asks: /几点/,
		also: /最晚|最早|[末首头]班/,
		words: ['时间'],
		tells: /[0-9]{1,2}\s*[:：时点]|上午|下午|夜间/,
		heading: /时间/,
		hard: true,
	},
	weekday: {
		asks: /星期几|周几/,
		also: /(?:周|星期|礼拜)[一二三四五六日天末]|双休|节假日/,
		words: [],
		tells: /周[一二三四五六日末至]|星期|工作日|节假日|每天|每日|照常|24小时/,
		heading: /时间/,
		hard: true,
	},
	place: {
		asks: /哪里|哪儿|在哪|去哪|到哪|什么地方|啥地方|哪个窗口|哪家医院/,
		also: /上哪|哪个(?:医院|银行|部门|单位|派出所|学校|小区|地方)|哪家|哪些(?:医院|银行|地方)/,
		words: ['地址', '窗口'],
		tells:
			/[路街巷道]\s*[0-9]+\s*号|楼|窗口|中心|大厅|派出所|村委会|社区|居委会|平台|小程序|网站|公众号|应用|医院|网点|服务站|登记处|[局所站院馆校]/,
		heading: /地点|地址|窗口|渠道|方式|受理/,
		hard: true,
	},
	address: {
		asks: /地址|几楼|哪层|怎么走|怎么去/,
		also: /哪条[路街巷]|几路车|哪栋/,
		words: ['地址'],
		tells: /[路街巷道]\s*[0-9]+\s*号|[一二三四五六七八九0-9]+楼|[0-9]+路|[东西南北]侧/,
		heading: /地点|地址|位置/,
		hard: true,
		needed: true,
	},
	phone: {
		asks: /电话(?:是?多少)?|打哪个|打什么|联系方式|怎么联系|号码/,
		also: /热线|打啥/,
		words: ['电话', '号码', '热线'],
		tells: /[0-9]{3,4}[-—][0-9]{7,8}|(?:拨打|热线|电话)[^，。；]{0,8}[0-9]{3,5}|(?<![0-9])1[0-9]{10}(?![0-9])/,
		heading: /电话|联系|咨询|投诉|监督/,
		hard: true,
		needed: true,
	},
	office: {
		asks: /找谁|找哪个|归谁|谁管/,
		also: /哪个(?:部门|单位|局)|哪个管/,
		words: [],
		tells:
			/受理|拨打|电话|由.{2,14}(?:负责|办理|管|处|组织|受理|审|垫付)|向.{2,16}(?:申请|申报|报案|提出|反映|投诉)|[局所]|中心|政府/,
		heading: /电话|受理|监督|投诉/,
		hard: true,
	},
	papers: {
		asks: /(?:什么|哪些|啥|几样)(?:材料|资料|证件|手续|证明|东西)|带(?:什么|哪些|啥)|(?:需要|准备|提交|要)(?:什么|哪些|啥)$|要什么(?=吗|呢|？|$)/,
		also: /(?:什么|哪些|啥)子?(?:单子|证)|[拿凭交带](?:什么|哪些|啥)|手续/,
		words: ['材料', '资料', '手续', '证件', '证明'],
		tells: /提交|提供|携带|持|带|凭|证|材料|表|复印件/,
		heading: /材料|资料|手续|证件/,
		hard: false,
	},
	who: {
		asks: /什么样的?(?:人|家庭)|哪些人|什么人|谁(?:可以|能)|(?:什么|哪些)条件|什么资格|条件/,
		also: /够不够|够格/,
		words: ['条件', '资格', '对象'],
		tells: /可以申请|条件|对象|符合|具有|年满|户籍|低于|属于/,
		heading: /条件|对象|范围|适用/,
		hard: false,
	},
	may: {
		asks: /能不能|可不可以|行不行|能否|可否|是不是|算不算|要不要|用不用|需不需要/,
		also: /[能得行许用要].{0,14}[吗不么嘛]$|[吗不么嘛]$/,
		words: [],
		tells: /可以|不得|不予|禁止|应当|不能|除外|不用|不再|不享受|允许|方可|凭|须|免费|一律|只能|自愿/,
		heading: /条件|范围|规定|要求/,
		hard: false,
	},
	payer: {
		asks: /谁出|谁掏|谁交|谁付|归谁出|自己(?:出|掏|交|付)/,
		words: [],
		tells: /承担|负担|自理|自付|出资|免费|支付|垫付|免收|财政|自交/,
		heading: /费/,
		hard: false,
	},
	outcome: {
		asks: /会怎样|会咋样|怎么罚|咋罚|后果|会不会/,
		also: /罚|忘了|忘记|没[去来交办]|不[去来交办]/,
		words: [],
		tells: /罚款|处以|注销|中止|暂停|标记|责令|不予|取消|停止|增加|不收|等待/,
		heading: /责任|处罚|罚则/,
		hard: false,
	},
	how: {
		asks: /怎么(?:办理|办|申请|弄|领|补办|补|取|交|开通|激活|备案|认证|查|恢复|转|处理)?|如何|咋(?:办|弄)?|怎样/,
		words: ['申请', '办理', '申报'],
		tells: /申请|提交|通过|登录|到.{2,20}(?:办理|申请|领取|提出)|提出|填写|凭|持|拨打/,
		heading: /程序|流程|方式|步骤|渠道|申请|办理/,
		hard: false,
	},
} as const satisfies Record<string, FactKind>;
export type Fact = keyof typeof FACT_KINDS;
export const FACTS = Object.keys(FACT_KINDS) as Fact[];

/** The kinds of fact a question wants. `text` in lower case and half width. */
export function factsAsked(text: string): Fact[] {
	return FACTS.filter((fact) => {
		const { asks, also }: FactKind = FACT_KINDS[fact];
		return asks.test(text) || (also?.test(text) ?? false);
	});
}
