/** Words that only make a question, or that say nothing of its matter. */
const EMPTY = `
妈 爸 爹 娘 老娘 老爹 老妈 老爸 妈妈 爸爸 奶奶 爷爷 外婆 外公 婆婆 公公 媳妇 男人 婆娘 表弟 表妹 哥 姐 弟弟 妹妹 兄弟 爹妈 亲戚 朋友 老王 隔壁 屋里 屋头 家头 楼下 楼上 我妈 我爸 他爸 她妈
一趟 一回 一阵 一把 几趟 一起 一年到头 刚 刚刚 刚过 刚满 故意 最迟 最长 最大 最短 最早 晚 差 够 完 成 不成 得成 好多 几多 好久 来回 发现 日子 儿 那个 那边 那家 还有 过来 过去 还给 多收 给不给 要不 照顾点 想 不想 好 咧 嘞 哩 嘛 哦 喔 呗 哈 咯 算不算 哪家 哪个 谁家 跟着 就是 一边 反正 没 上去 下去 进去 出去 回来 起来 不要紧 怎么回事 说法 讲究
那么 究竟 到底 真的 已经 正在 打算 准备 希望 假如 万一 平时 平常 一共 总共 大约 差不多 另外 随便 马上 立刻 赶紧 一直 然后 比如 听说 好像 反正 麻烦 谢谢 求 帮 帮忙 教 告诉 具体 详细 主要 一些 有些 全 所有 各 各种 另 其他 别的 同时 直接 不到 不了 不会 不用 不想 没法 咋样 样的 这样 那样 这么 那么多 起 起来 出 进 过 用 使 属于 包括 关于 规定 政策 情况下 的时候 一定 可能 肯定 其实 而且 但是 不过 虽然 或者 以及 及 等 之类 最 挺 太 很 真 更 越
请问 你好 您好 想 想问 问 问下 请教 知道 了解 想知道 一下 咨询 我 我们 我家 咱 咱们 你 你们 您 他 她 他们 自己 本人 别人 人家 家 家里 家中 人 个 一个
怎么 怎样 咋 咋办 怎么办 如何 怎么样 什么 什么样 啥 哪 哪些 哪个 哪种 哪里 哪儿 谁 几 多 多少 多大 吗 呢 吧 啊 呀 嘛 么
可以 能 能不能 可不可以 行不行 行 会 能否 可否 是否 是不是 有没有 要不要 用不用 需不需要 有 没有 没 没得 不 不是 不能 还 还是 还要 就 才 都 也 又 再 只 得 必须 应该 应当 需要 需 要 想要 用 得到
去 到 来 给 让 被 把 跟 和 在 从 对 为 为了 往 下 上 里 外 后 前 中 间 以后 之后 之前 以前 的话 因为 如果 要是 突然 特别 完全 合理 
事 事情 事儿 东西 情况 问题 时候 时间 现在 目前 今年 最近 今天 每月 每年 每天 一年 一个月 一次 一天 月 年 日 天 次 每
办 办理 办事 弄 搞 做 拿 拿到 领 领取 找 找谁 进行 处理 收 收到 得 县里 这里 这边 当地 国家 政府 部门 地方 一般 大概 最多 最高 最少 满 第一 二 三 两 岁 号 元 钱 块 块钱 费 花 花钱
为啥 啥子 这儿 那儿 接着 不敢 不停 越来越 好处 只有 里面 旁边 中间 原来 后来 最后 除了 开始 到处 一堆 一部分 一路 半路 那天 那种 那条 一片 一声 一场 一辈子 三天两头 不好 不对 不行 没用 有事 大家 里头 边上 身上 手里 上面 下面 前面 后面 底下 地上 多年 几时 早点 那时候
说话 来看 想开 喜欢 那人 回事 愿意 不肯 说了算 看不懂 不该 满意 太慢 太贵 太重 大多 干嘛 用得 起来 老是 总是 硬要 非要 不光 连 光 倒 竟 偏 咋回事 有点 挺 全家 家住 小时候 第二天 互相 剩下 没动静 没影 安排 找不着北 专门 特意 说好 讲 嫌 怕 该 老 先 快 高 低 少
每个 才能 出来 那边 自家 拿来 一家 归谁 算 归 合理 怎 两 俩 俩人 不要 县 全 全都 全部 目前 合适 两种 点 些 这 那 这个 那个 样 样子 种 类 吃 坐 看 说 叫 像 比较 新 旧 大 小 好 多久 之内 以内 以上 以下 左右 了 着 过 的 地 得 之 一 家庭 有人 有关
`;

/** Single characters that are a matter of their own. */
const ALONE = new Set('狗猪牛羊鸡猫树药');

/** Whose affair it is; papers speak of the matter for everybody. */
export const PERSONS: ReadonlySet<string> = new Set(
	'老人 老年人 老人家 老汉 老头 老太太 小孩 孩子 娃 娃娃 儿童 小朋友 宝宝 婴儿 闺女 姑娘 丫头 女儿 女孩 儿子 男孩 孙子 孙女 外孙 老公 老婆 丈夫 妻子 配偶 爱人 夫妻 两口子 夫妻俩 父母 爸妈 爹妈 家长 家属 弟 妹 岳母 岳父 公婆 亲人 老板 司机 师傅 邻居 老乡 男的 女的 小伙子 年轻人 大人 个人 单位 外地人 本地人 城里人 房东 室友 同事'.split(
		' ',
	),
);

export const EMPTY_WORDS: ReadonlySet<string> = new Set(EMPTY.trim().split(/\s+/));

/** Words by the words that are looked for instead. */
export interface Words {
	/** A word → all that may stand for it in a paper, in any of its meanings. */
	of: ReadonlyMap<string, readonly string[]>;
	/** Every word there is, longest first: the longer says more. */
	longest: readonly string[];
}

function wordsOf(of: Words['of']): Words {
	const words = [...of.keys()].filter((word) => word.length > 1 || ALONE.has(word));
	return { of, longest: words.sort((a, b) => b.length - a.length) };
}

const partsOf = (text: string) => text.split(/\s+/).filter(Boolean);

/** A line a meaning, all its words as good as each other; each stands for itself first. */
export function readAlike(text: string): Words {
	const of = new Map<string, readonly string[]>();
	for (const group of text.split('\n').map(partsOf))
		for (const word of group) of.set(word, [...new Set([word, ...(of.get(word) ?? []), ...group])]);
	return wordsOf(of);
}

/** A line a meaning: what papers say, then behind 「|」 what people say. */
export function readHints(text: string): Words {
	const of = new Map<string, readonly string[]>();
	for (const line of text.split('\n')) {
		const [papers = [], people = []] = line.split('|').map(partsOf);
		for (const word of people) of.set(word, [...new Set([...(of.get(word) ?? []), ...papers])]);
	}
	return wordsOf(of);
}

/** The words of a table in a text, longest first and none inside another, in the order of the text; and what is left of it. */
export function takeWords(text: string, { longest }: Words): { words: string[]; rest: string } {
	const found: { at: number; word: string }[] = [];
	let rest = text;
	for (const word of longest) {
		let at = rest.indexOf(word);
		while (at >= 0) {
			found.push({ at, word });
			rest = rest.slice(0, at) + ' '.repeat(word.length) + rest.slice(at + word.length);
			at = rest.indexOf(word);
		}
	}
	return { words: found.sort((a, b) => a.at - b.at).map(({ word }) => word), rest };
}
