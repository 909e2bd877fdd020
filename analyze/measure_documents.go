package analyze

import (
	"slices"
	"strings"

	"jiandu/corpus"
)

// maxTitle is the most code points of a document's title.
const maxTitle = 120

// documents finds what is named between 《 and 》 and is a regulation, plan, list
// or opinion; and document numbers (中组发〔2023〕6号文).
func (f *measureFinder) documents() {
	for _, p := range f.paragraphs {
		for i := p.start; i < p.end; i++ {
			switch f.runes[i] {
			case '《':
				if end := closeAt(f.runes, i, '》', min(p.end, i+maxTitle)); end > 0 {
					f.document(span{i, end + 1})
					i = end
				}
			case '〔':
				f.documentNumber(i, p)
			}
		}
	}
}

func (f *measureFinder) document(s span) {
	title := f.slice(s.start+1, s.end-1)
	switch {
	case isGenericTitle(title):
		f.add(candidate{s, "", corpus.MeasureDocument, ruleBare})
	case isDocumentTitle(title) && endsAny(title, letters):
		f.add(candidate{s, "", corpus.MeasureMethod, ruleDocument})
	case isDocumentTitle(title):
		f.add(candidate{s, "", corpus.MeasureDocument, ruleDocument})
	default:
		f.titles = append(f.titles, span{s.start + 1, s.end - 1})
	}
}

// letters are instruments of supervision that are sent: 《监督提示函》.
var letters = []string{"函", "建议书", "督办单", "交办单", "通知书", "提醒书"}

// documentHeads end the titles of documents; what else stands between 《 and 》
// is a book, newspaper, speech, programme or law.
var documentHeads = []string{
	"意见", "方案", "办法", "细则", "规定", "条例", "规则", "准则", "通知", "清单", "指引", "指南", "规程",
	"制度", "措施", "计划", "规划", "纲要", "决定", "决议", "要点", "通告", "公告", "倡议书", "承诺书", "责任书", "手册",
	"标准", "流程", "目录", "机制", "工作法", "分工", "预案", "规范", "十条", "八条", "六条", "九条", "禁令", "不准", "严禁",
	"负面清单", "协议", "备忘录", "提示函", "建议书", "范本", "模板", "职责", "守则", "公约", "标准化", "要求", "指导意见", "台账",
	"须知", "体系", "通报", "工作规范", "考核表", "评价表", "导则", "函", "书", "提纲", "条",
}

// notDocuments are heads that end a documentHeads head and make it something else.
var notDocuments = []string{"白皮书", "学习纲要", "读本", "报告书", "判决书", "裁定书", "起诉书", "百科全书", "忏悔书", "图书", "丛书", "读书", "家书", "情书", "来函", "遗书", "蓝皮书"}

// isGenericTitle tells whether the title is the short form of one that the
// article names before: 《条例》, 《实施意见》.
func isGenericTitle(title string) bool {
	for _, word := range []string{"实施", "若干", "工作", "指导", "暂行", "有关", "具体"} {
		title = strings.TrimPrefix(title, word)
	}
	return slices.Contains(documentHeads, title)
}

// isDocumentTitle tells whether the title is of a document of supervision or
// governing, and not of a law of the state, a book or a programme.
func isDocumentTitle(title string) bool {
	if strings.HasPrefix(title, "中华人民共和国") || strings.HasSuffix(title, "法实施条例") {
		return false
	}
	title = strings.TrimRight(withoutVersion(title), "”’")
	for _, h := range notDocuments {
		if strings.HasSuffix(title, h) {
			return false
		}
	}
	for _, h := range documentHeads {
		if strings.HasSuffix(title, h) {
			return true
		}
	}
	return false
}

// withoutVersion takes （试行） and the like off the end of a title.
func withoutVersion(title string) string {
	for _, mark := range []string{"（", "("} {
		i := strings.LastIndex(title, mark)
		if i > 0 && (strings.HasSuffix(title, "）") || strings.HasSuffix(title, ")")) {
			return title[:i]
		}
	}
	return title
}

// documentNumber adds the document whose year stands in 〔〕 at i: up to four
// characters of its office before, and 号 or 号文 after.
func (f *measureFinder) documentNumber(i int, p span) {
	end := closeAt(f.runes, i, '〕', min(p.end, i+8))
	if end < 0 {
		return
	}
	number := end + 1
	for number < p.end && isDigit(f.runes[number]) {
		number++
	}
	if number == end+1 || number >= p.end || f.runes[number] != '号' {
		return
	}
	number++
	for _, tail := range []rune{'文', '件'} {
		if number < p.end && f.runes[number] == tail {
			number++
		}
	}
	start := f.officeBefore(i, p)
	if start > p.start+1 && f.runes[start-2] == '》' && strings.ContainsRune("（(", f.runes[start-1]) {
		return // 《某某通知》（某发〔2020〕1号) is one document
	}
	if start < i {
		f.add(candidate{span{start, number}, "", corpus.MeasureDocument, ruleDocument})
	}
}

// officeBefore gives where the sign of the office before i begins: 中组发, 湘纪发.
func (f *measureFinder) officeBefore(i int, p span) int {
	for start := i - 1; start > p.start && i-start < 7 && isHan(f.runes[start]); start-- {
		if strings.ContainsRune("（(", f.runes[start-1]) {
			return start
		}
	}
	start := i
	for start > p.start && i-start < 5 && strings.ContainsRune("中国办组纪监委省市县厅发字函综通政党军法财审联京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼", f.runes[start-1]) {
		start--
	}
	return start
}
