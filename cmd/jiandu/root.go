package main

import (
	"strings"

	"github.com/spf13/cobra"
)

const rootLong = `jiandu (监督) crawls supervision reports, reads out of them who did what, where, when
and how much, each with its sentence, and answers questions about them.

Exit codes: 0 done; 1 failure; 2 wrong usage; 3 done, but some of it failed (each
part was reported); 4 "watch run" found nothing new.`

// root makes the command tree.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "jiandu",
		Short:         "Who did what, where, when, how much, and where it says so",
		Long:          rootLong,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          args(cobra.NoArgs),
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetOut(a.out)
	root.SetErr(a.err)
	root.SetIn(a.in)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usagef("%w (see: %s --help)", err, cmd.CommandPath())
	})
	flags := root.PersistentFlags()
	flags.StringVar(&a.data, "data", defaultData(), a.tr("data directory; JIANDU_DATA sets the default"))
	flags.BoolVar(&a.json, "json", false, a.tr("print data as JSON"))
	flags.StringVar(&a.lang, "lang", a.lang, a.tr("language of headings and messages: zh or en; the locale sets the default"))
	root.AddCommand(
		a.crawlCommand(), a.importCommand(), a.analyzeCommand(), a.indexCommand(), a.updateCommand(),
		a.searchCommand(), a.figuresCommand(), a.measuresCommand(), a.unitsCommand(), a.traceCommand(), a.checkCommand(),
		a.gapsCommand(), a.watchCommand(), a.showCommand(), a.exportCommand(), a.serveCommand(), a.statusCommand(),
		a.sourcesCommand(), a.demoCommand(),
	)
	for _, c := range root.Commands() {
		c.Short = a.tr(c.Short)
	}
	return root
}

// examples indents lines as cobra wants them.
func examples(lines ...string) string {
	return "  " + strings.Join(lines, "\n  ")
}
