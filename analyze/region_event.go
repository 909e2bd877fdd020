package analyze

import "strings"

// isDigest tells whether the article is a digest of short news, each under a heading of its own.
func (d *doc) isDigest() bool {
	return containsAny(d.art.Title, []string{"快讯", "简讯", "短讯", "要闻"})
}

// hasEvent tells whether an item of a digest reports what happens in the area text[start:end]: its
// heading names it, or something takes place there (在某市|举行). What takes place in the capital
// is mostly the whole country's.
func (d *doc) hasEvent(start, end int) bool {
	if d.slice(start, end) == "北京" {
		return false
	}
	p := d.paragraphs[d.paragraphAt(start)]
	if d.isHeading(p) && (start == p.start || isDigit(d.runes[start-1])) {
		return true
	}
	return start > 0 && d.runes[start-1] == '在' && containsAny(d.slice(end, min(d.clauseAt(start).end, end+nearEvent)), eventWords[:])
}

// nearEvent is how many code points may stand between an area and what takes place there.
const nearEvent = 8

// eventWords say that something takes place.
var eventWords = [...]string{
	"举行", "举办", "召开", "开幕", "闭幕", "启动", "启用", "揭牌", "揭幕", "拉开", "签约", "签署", "发布", "亮相", "首发", "上市",
	"开工", "动工", "建成", "落成", "竣工", "投产", "投运", "投用", "并网", "通车", "通航", "下线", "下水", "首飞", "试飞", "运行", "开馆", "开园", "落户", "成立",
}

// longestThing is the most code points of a quoted name.
const longestThing = 16

// namesThing tells whether the area text[start:end] begins a name that goes on: “某省公务用车平台”, 北京时间.
func (d *doc) namesThing(start, end int) bool {
	if d.slice(start, min(len(d.runes), end+2)) == "北京时间" {
		return true
	}
	if start == 0 || d.runes[start-1] != '“' || d.runes[end] == '”' {
		return false
	}
	for i := end; i < min(len(d.runes), end+longestThing); i++ {
		if d.runes[i] == '”' {
			return true
		}
		if strings.ContainsRune("，。；：！？、\n", d.runes[i]) {
			return false
		}
	}
	return false
}
