/** What kind of fact a question asks for, how one knows, and what a passage that tells it looks like. */
export interface FactKind {
	/** Said in the question; what matches says nothing of the matter. */
	asks: RegExp;
	/** Names of the fact itself. */
	words: readonly string[];
	/** Stands in a passage that tells such a fact. */
	tells: RegExp;
	/** In a heading over such facts. */
	heading: RegExp;
	/** Without such a fact a passage answers nothing; otherwise it only counts for it. */
	hard: boolean;
}

const NUMBER = '(?:[0-9０-９][0-9０-９,.]*|[一二三四五六七八九十百千两半]+)';

export const FACT_KINDS = {
	money: {
		asks: /多少(?![0-9]*(?:个?工作日|天|年|人|户|个|岁|次|级|层|平|小时))(?:钱|块钱?|费用?|一[平亩吨度方户个台次])?|几块钱|几个[钱点]|什么价|价格|(?:要不要|用不用|需不需要|需要|要|收|花|交)(?:花|交|收)?(?:什么)?钱(?:吗|不)?|(?:要|收)(?:什么)?费用?(?:吗|不)|要钱|花钱|免费吗|收费|退钱/,
		words: ['价格', '费用', '收费', '免费', '不要钱'],
		tells: new RegExp(`${NUMBER}\\s*(?:万|千|百)?\\s*(?:元|％|%)|免费|免收|不收|免除|不予|全额|工本费|\\d%`),
		heading: /标准|费|金额|价|租金|利率/,
		hard: true,
	},
	length: {
		asks: /多久|多长时间|多少天|几天|几个月|多少个?工作日|多少年|几年|多长/,
		words: ['期限', '时限'],
		tells: new RegExp(`${NUMBER}\\s*(?:个)?(?:工作日|小时|分钟|日|天|周|月|年)|当场|当日|即时|即办|长期|立即`),
		heading: /时限|期限|有效期|时间/,
		hard: true,
	},
	time: {
		asks: /什么时候|什么时间|啥时候|何时|几号|几月份?|哪一?天|哪几天|几点|截止|哪年|星期几|周几/,
		words: ['时间', '日期'],
		tells: /[0-9]{1,2}\s*[月日号时点:：]|周[一二三四五六日末至]|星期|每[年月季周日逢]|逢|次月|除夕|一周内|期间|工作日/,
		heading: /时间|期限|日期/,
		hard: true,
	},
	place: {
		asks: /哪里|哪儿|在哪|去哪|到哪|什么地方|啥地方|地址|几楼|哪个窗口|哪家医院|怎么走/,
		words: ['地址', '窗口'],
		tells:
			/[路街巷道]\s*[0-9]+\s*号|楼|窗口|中心|大厅|派出所|村委会|社区|居委会|平台|小程序|网站|公众号|应用|医院|网点|服务站|登记处|[局所站院馆校]/,
		heading: /地点|地址|窗口|渠道|方式|受理/,
		hard: true,
	},
	phone: {
		asks: /电话(?:是?多少)?|打哪个|打什么|联系方式|怎么联系|号码|找谁/,
		words: ['电话', '号码', '热线'],
		tells: /[0-9]{3,4}[-—][0-9]{7,8}|(?<![0-9])1[0-9]{2}(?![0-9])|(?<![0-9])1[0-9]{4}(?![0-9])|拨打|受理|由/,
		heading: /电话|联系|咨询|投诉|监督/,
		hard: true,
	},
	papers: {
		asks: /(?:什么|哪些|啥|几样)(?:材料|资料|证件|手续|证明|东西)|带(?:什么|哪些|啥)|(?:需要|准备|提交|要)(?:什么|哪些|啥)$|要什么(?=吗|呢|？|$)/,
		words: ['材料', '资料', '手续', '证件', '证明'],
		tells: /提交|提供|携带|持|带|凭|证|材料|表|复印件/,
		heading: /材料|资料|手续|证件/,
		hard: false,
	},
	who: {
		asks: /什么样的?(?:人|家庭)|哪些人|什么人|谁(?:可以|能)|(?:什么|哪些)条件|什么资格|条件/,
		words: ['条件', '资格', '对象'],
		tells: /可以申请|条件|对象|符合|具有|年满|户籍|低于|属于/,
		heading: /条件|对象|范围|适用/,
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
