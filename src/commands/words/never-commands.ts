import { words } from './words.ts';

/**
 * Words that a comment begins with and no command does. What somebody may really type stands in `plain-verbs.ts` instead: `file`, `host`,
 * `time`, `install`. A verb that is a command in one appliance only (`show`, `save`) stays here: its author says `prompt="# "`.
 *
 * Comments: `# or` · `# then reboot` · `# default value` · `# enable it` · `# example output`
 */
export const NEVER_COMMANDS = words(`
  a about above after afterwards again all alternatively already also although always an and another any anything are as
  be because been before being below best better between both but by can cannot could did do does don't don’t during
  each either etc even every everything few finally first five following four fourth fifth from further
  has have having he hence here how however i i'm i’m ideally in instead into is isn't it it's it’s its
  just later let's let’s like likewise many may maybe might must my neither never next no none nope nor normally not nothing now
  of off often on once one only onto or other others otherwise our ours out over own perhaps please previous previously
  quickly rather same second secondly several shall she should similarly simply since six so some someone something sometimes still
  such than that that's the their them there therefore these they third this those three through thus to today together too two
  typically under unfortunately unless up us using usually various very via was we we'll were what's whatever when whenever
  where whether whose why will with within without won't would yet you you'll you're your yours

  annotation annotations argument arguments attention begin beginning caution comment comments config configs configuration contents
  content copyright default defaults description details directories directory e.g end ending entries entry error errors eg
  example examples excerpt explanation fields fixme flag flags hint i.e ie important inputs key keys legend line lines
  location maximum meaning message messages minimum name names nb nodes note notes option optional optionally options order
  output outputs parameter parameters part parts path paths permission permissions placeholder placeholders prerequisite
  prerequisites prompt result results section sections settings setting snip step steps summary syntax tip tips todo total
  truncated types usage value values variable variables version versions warn warning warnings word words xxx yaml

  added adding adds allow allowed allows assuming automatically available based changed changes contains created creates creating
  deleted deleting deprecated desired disabled disables enabled enables ensures existing expected generated generates given
  ignored included includes including installed installing installs listed makes managed manually means modified needed needs
  obsolete omitted possible provided provides recommended removed removes removing replaced required requires returns
  returned running sets shows skipped started starting starts stopped stopping stops tested unchanged unnecessary unused updated
  updating used useful uses valid

  add adjust assign assume avoid change choose click configure copy create define delete disable discover download
  enable ensure enter generate get give go ignore include keep make-sure modify move need obtain override
  overwrite perform prepare prepend press provide remember remove repeat require run save see show skip specify
  uncomment update upgrade use verify want
  append build check list load restore
  additional additionally basic common current custom final full general initial internal local main missing
  new old original private public recent separate single specific standard temporary whole
  equivalent global

  und oder mit wenn zum zur auf ist sind nicht wird ou avec pour les une dans est sont della delle oppure con che per
  los las para que por uma com

  client cluster container database deb deb-src device devices disk disks
  executable firewall images interface interfaces machine network networks node packages
  playbook playbooks port ports primary replica replicas repositories repository secondary server servers storage
  volume volumes hosts
`);
