import type { Found } from './hint.ts';

/** Wrong words that no right word contains, and the right ones. */
const WRONG: Readonly<Record<string, string>> = {
	布署: '部署',
	按装: '安装',
	按排: '安排',
	既使: '即使',
	竟争: '竞争',
	帐户: '账户',
	帐目: '账目',
	帐号: '账号',
	部份: '部分',
	身分证: '身份证',
	做为一名: '作为一名',
	渡假: '度假',
	松驰: '松弛',
	震憾: '震撼',
	渲泄: '宣泄',
	气慨: '气概',
	幅射: '辐射',
	修茸: '修葺',
	编篡: '编纂',
	重迭: '重叠',
	贯输: '灌输',
	精减: '精简',
	布暑: '部署',
	急燥: '急躁',
	通缉嫌凝: '通缉嫌疑',
	凑和: '凑合',
	一如继往: '一如既往',
	再接再励: '再接再厉',
	默守成规: '墨守成规',
	出奇不意: '出其不意',
	鼎立相助: '鼎力相助',
	穿流不息: '川流不息',
	防患未燃: '防患未然',
	以逸代劳: '以逸待劳',
	不径而走: '不胫而走',
	责无旁代: '责无旁贷',
	脍灸人口: '脍炙人口',
	迫不急待: '迫不及待',
	走头无路: '走投无路',
	再所难免: '在所难免',
	综上所诉: '综上所述',
	一但: '一旦',
	因地治宜: '因地制宜',
	行之有校: '行之有效',
	招聘启示: '招聘启事',
	招领启示: '招领启事',
	征稿启示: '征稿启事',
	贫因: '贫困',
	扶贪: '扶贫',
	振新乡村: '振兴乡村',
	乡村振新: '乡村振兴',
	精准抚贫: '精准扶贫',
	责任事固: '责任事故',
};

/** Words that are right or wrong by what follows them. */
const PATTERNS: readonly { readonly pattern: RegExp; readonly message: string }[] = [
	{
		pattern: /截止(?=(?:到|至)?(?:\d{4}年|\d{1,2}月|目前|今年|去年|本月|年底))/g,
		message: '表示到某时为止，用「截至」；「截止」不带宾语。',
	},
	{ pattern: /(?<!国)其它(?=部门|单位|机关|事项|人员|组织)/g, message: '公文中用「其他」。' },
	{ pattern: /涉及到/g, message: '「涉及」已有「到」的意思，「到」可以删去。' },
	{ pattern: /凯旋归来/g, message: '「凯旋」已有「归来」的意思。' },
	{ pattern: /大约[^，。；]{1,12}左右/g, message: '「大约」和「左右」留一个。' },
	{
		pattern: /(?:超过|达到)[\d.万亿]+[^，。；\d]{0,3}(?:以上|左右)/g,
		message: '「超过（达到）」与「以上（左右）」留一个。',
	},
	{ pattern: /平均[^，。；]{1,10}每(?:人|户|村)平均/g, message: '「平均」重复。' },
];

/** Wrong characters and words that say a thing twice. */
export function findTerms(text: string): Found[] {
	const found: Found[] = [];
	for (const [wrong, right] of Object.entries(WRONG)) {
		for (let at = text.indexOf(wrong); at >= 0; at = text.indexOf(wrong, at + wrong.length)) {
			found.push({ kind: 'term', at, length: wrong.length, message: `「${wrong}」应为「${right}」。` });
		}
	}
	for (const { pattern, message } of PATTERNS) {
		for (const match of text.matchAll(pattern)) {
			found.push({ kind: 'term', at: match.index, length: match[0].length, message: `「${match[0]}」：${message}` });
		}
	}
	return found;
}
