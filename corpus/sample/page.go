package sample

import (
	"fmt"
	"time"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// page is a page as it is served.
type page struct {
	body        []byte
	contentType string
	modified    time.Time
}

func newPage(body []byte, gbk bool, day string) (page, error) {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return page{}, err
	}
	p := page{body: body, contentType: "text/html; charset=utf-8", modified: t}
	if gbk {
		p.contentType = "text/html" // as many newspapers do: only the page tells its charset
		p.body, err = simplifiedchinese.GBK.NewEncoder().Bytes(body)
	}
	return p, err
}

// chineseDay gives 2023年7月20日, without leading zeros, for 2023-07-20.
func chineseDay(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return fmt.Sprintf("%d年%d月%d日", t.Year(), t.Month(), t.Day())
}
