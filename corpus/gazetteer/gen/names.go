package main

import (
	"strings"
	"unicode/utf8"
)

// Endings of names, longer ones first.
var (
	endings = map[int][]string{
		1: {"特别行政区", "自治区", "省", "市"},
		2: {"自治州", "地区", "盟", "市"},
		3: {"自治县", "自治旗", "行政委员会", "林区", "特区", "新区", "县", "市", "旗", "区"},
	}
	peoples = []string{
		"蒙古族", "蒙古", "回族", "藏族", "维吾尔", "苗族", "彝族", "壮族", "布依族", "朝鲜族", "满族", "侗族", "瑶族", "白族", "土家族", "哈尼族",
		"哈萨克族", "哈萨克", "傣族", "黎族", "傈僳族", "佤族", "畲族", "拉祜族", "水族", "东乡族", "纳西族", "景颇族", "柯尔克孜", "土族",
		"达斡尔族", "仫佬族", "羌族", "布朗族", "撒拉族", "毛南族", "仡佬族", "锡伯", "普米族", "塔吉克", "怒族", "鄂温克族", "保安族",
		"裕固族", "独龙族", "各族", "回族",
	}
	// shortNames are those that the rules do not give.
	shortNames = map[string]string{
		"内蒙古自治区": "内蒙古", "鄂伦春自治旗": "鄂伦春", "鄂温克族自治旗": "鄂温克", "东乡族自治县": "东乡",
		"浦东新区": "浦东", "加格达奇区": "加格达奇", "神农架林区": "神农架", "六枝特区": "六枝",
	}
)

// shortName gives the name without what kind of area it is and which peoples
// live there, or "" where one character would be left.
func shortName(name string, level int) string {
	if s := coreName(name, level); utf8.RuneCountInString(s) > 1 {
		return s
	}
	return ""
}

// coreName is shortName, of whatever length.
func coreName(name string, level int) string {
	if s := shortNames[name]; s != "" {
		return s
	}
	core := name
	for _, e := range endings[level] {
		if strings.HasSuffix(name, e) {
			core = strings.TrimSuffix(name, e)
			break
		}
	}
	if strings.Contains(name, "自治") {
		core = trimPeoples(core)
	}
	return core
}

func trimPeoples(core string) string {
	for {
		next := core
		for _, p := range peoples {
			if rest, ok := strings.CutSuffix(core, p); ok && utf8.RuneCountInString(rest) > 1 {
				next = rest
				break
			}
		}
		if next == core {
			return core
		}
		core = next
	}
}

// otherNames gives the names in use beside the full and the short one: 湘西州,
// 琼中县, 鄂伦春旗.
func otherNames(name, short string) string {
	others := moreNames[name]
	for long, brief := range map[string]string{"自治州": "州", "自治县": "县", "自治旗": "旗"} {
		if strings.HasSuffix(name, long) && short != "" {
			others = append(others, short+brief)
		}
	}
	return strings.Join(others, ",")
}

var moreNames = map[string][]string{
	"克孜勒苏柯尔克孜自治州": {"克州"}, "巴音郭楞蒙古自治州": {"巴州"}, "博尔塔拉蒙古自治州": {"博州"},
	"前郭尔罗斯蒙古族自治县": {"前郭", "前郭县"}, "杜尔伯特蒙古族自治县": {"杜蒙", "杜蒙县"},
	"喀喇沁左翼蒙古族自治县": {"喀左", "喀左县"}, "阜新蒙古族自治县": {"阜蒙县"}, "围场满族蒙古族自治县": {},
	"莫力达瓦达斡尔族自治旗": {"莫旗"}, "鄂伦春自治旗": {}, "塔什库尔干塔吉克自治县": {"塔县"},
	"察布查尔锡伯自治县": {"察县"}, "科尔沁右翼前旗": {"科右前旗"}, "科尔沁右翼中旗": {"科右中旗"},
	"科尔沁左翼中旗": {"科左中旗"}, "科尔沁左翼后旗": {"科左后旗"}, "察哈尔右翼前旗": {"察右前旗"},
	"察哈尔右翼中旗": {"察右中旗"}, "察哈尔右翼后旗": {"察右后旗"}, "新巴尔虎左旗": {"新左旗"},
	"新巴尔虎右旗": {"新右旗"}, "达尔罕茂明安联合旗": {"达茂旗"}, "乌鲁木齐市": {"乌市"}, "呼和浩特市": {"呼市"},
	"神农架林区": {"神农架区"},
}
