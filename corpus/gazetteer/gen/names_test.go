package main

import "testing"

func TestShortName(t *testing.T) {
	for _, c := range []struct {
		name  string
		level int
		want  string
	}{
		{"湖南省", 1, "湖南"},
		{"广西壮族自治区", 1, "广西"},
		{"新疆维吾尔自治区", 1, "新疆"},
		{"内蒙古自治区", 1, "内蒙古"},
		{"香港特别行政区", 1, "香港"},
		{"长沙市", 2, "长沙"},
		{"大兴安岭地区", 2, "大兴安岭"},
		{"锡林郭勒盟", 2, "锡林郭勒"},
		{"湘西土家族苗族自治州", 2, "湘西"},
		{"巴音郭楞蒙古自治州", 2, "巴音郭楞"},
		{"克孜勒苏柯尔克孜自治州", 2, "克孜勒苏"},
		{"浏阳市", 3, "浏阳"},
		{"浦东新区", 3, "浦东"},
		{"磁县", 3, ""},
		{"东乡族自治县", 3, "东乡"},
		{"积石山保安族东乡族撒拉族自治县", 3, "积石山"},
		{"双江拉祜族佤族布朗族傣族自治县", 3, "双江"},
		{"龙胜各族自治县", 3, "龙胜"},
		{"莫力达瓦达斡尔族自治旗", 3, "莫力达瓦"},
		{"六枝特区", 3, "六枝"},
	} {
		if got := shortName(c.name, c.level); got != c.want {
			t.Errorf("shortName(%s) = %q, want %q", c.name, got, c.want)
		}
	}
}

func TestHistory(t *testing.T) {
	snaps := []snapshot{
		{2002, map[string]string{"420600": "襄樊市", "110103": "崇文区"}},
		{2009, map[string]string{"420600": "襄樊市", "110103": "崇文区"}},
		{2010, map[string]string{"420600": "襄阳市", "110101": "东城区"}},
	}
	ds := makeDivisions(snaps, map[string]change{"110103": {2010, []string{"110101"}}})
	want := map[string]division{
		"襄樊市": {to: 2010, heirs: []string{"420600"}}, "襄阳市": {from: 2010},
		"崇文区": {to: 2010, heirs: []string{"110101"}}, "东城区": {from: 2010},
	}
	for _, d := range ds {
		w := want[d.name]
		if d.from != w.from || d.to != w.to || len(d.heirs) != len(w.heirs) || len(d.heirs) > 0 && d.heirs[0] != w.heirs[0] {
			t.Errorf("%+v, want %+v", d, w)
		}
	}
}

func TestWithShortForms(t *testing.T) {
	divisions := []division{{code: "130700", name: "张家口市"}, {code: "340100", name: "合肥市"}, {code: "130000", name: "河北省"}}
	got := withShortForms(map[string]string{"张家口市察北管理区": "130700", "合肥高新技术产业开发区": "340100"}, divisions)
	for form, code := range map[string]string{"察北管理区": "130700", "张家口市察北管理区": "130700", "合肥高新区": "340100", "高新区": ""} {
		if got[form] != code {
			t.Errorf("%s lies in %q, want %q", form, got[form], code)
		}
	}
}
