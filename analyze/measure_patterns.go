package analyze

import (
	"strings"

	"jiandu/corpus"
)

// patterned finds names by their build: 清廉学校建设, 一案一整改, “嵌入式”监督
// without its marks, 专项整治…问题, 印发…的通知.
func (f *measureFinder) patterned() {
	for i, r := range f.runes {
		switch r {
		case '清':
			f.cleanUnit(i)
		case '一':
			f.oneForOne(i)
		case '式':
			f.inManner(i)
		case '的':
			f.issued(i)
		case '专', '集':
			f.cleanUp(i)
		case '行':
			f.strike(i)
		case '条', '项':
			f.countedRules(i)
		case '联':
			f.jointWork(i)
		}
	}
}

// cleanUnit adds the building of integrity in an area or a kind of body:
// 清廉云南建设, 清廉学校建设.
func (f *measureFinder) cleanUnit(i int) {
	if i+6 > len(f.runes) || f.runes[i+1] != '廉' {
		return
	}
	for j := i + 4; j <= min(i+7, len(f.runes)-2); j++ {
		if w := f.slice(j, j+2); w == "建设" || w == "创建" {
			f.add(candidate{span{i, j + 2}, "", corpus.MeasureCampaign, rulePattern})
			return
		}
		if !isHan(f.runes[j-1]) {
			return
		}
	}
}

// oneForOneNouns may follow 一 in a rule like 一案双查.
const oneForOneNouns = "案人事企村县岗区校院户季月线件题项品业书镇乡矿楼组科点函巡托拖警户批次域域类"

// oneForOne adds a rule like 一案双查, 一县一策 that stands alone: before a mark,
// 的, or a head noun.
func (f *measureFinder) oneForOne(i int) {
	if i+4 > len(f.runes) || !strings.ContainsRune(oneForOneNouns, f.runes[i+1]) || !strings.ContainsRune("一双两", f.runes[i+2]) || f.runes[i+3] == f.runes[i+1] {
		return
	}
	for end := i + 4; end <= min(i+6, len(f.runes)); end++ {
		if !isHan(f.runes[end-1]) {
			return
		}
		if end == len(f.runes) || f.endsName(end) || f.tail(end).last&roleOpen != 0 {
			if t := f.tail(end); t.last&roleOpen != 0 {
				end = t.end
			}
			if !f.endsSlogan(span{i, end}) {
				f.add(candidate{span{i, end}, "", corpus.MeasureMethod, rulePattern})
			}
			return
		}
	}
}

// inManner adds supervision in a manner that has a name: 嵌入式监督, 点穴式巡察.
func (f *measureFinder) inManner(i int) {
	t := f.tail(i + 1)
	if t.last == 0 || t.end-i > 8 || !containsAny(f.slice(i+1, t.end), []string{"监督", "检查", "督查", "巡察", "督导", "暗访", "抽查"}) {
		return
	}
	s := f.word(i).start
	if s == i && s > 0 {
		s = f.word(i - 1).start // 嵌入|式
	}
	if n := i - s; n >= 2 && n <= 4 && isHan(f.runes[s]) {
		f.add(candidate{span{s, t.end}, "", corpus.MeasureMethod, rulePattern})
	}
}
