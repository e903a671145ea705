import { words } from '../tables.ts';

/**
 * Words that begin comments but never commands. Words that somebody may really type are in `plain-verbs.ts` instead:
 * `file`, `host`, `time`, `install`. A verb that is a command on only one appliance (`show`, `save`) stays here; its
 * authors write `prompt="# "`.
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
  location maximum meaning message messages minimum name names nodes note notes option optional optionally options order
  output outputs parameter parameters part parts path paths permission permissions placeholder placeholders prerequisite
  prerequisites prompt result results section sections settings setting snip steps summary syntax tip tips todo total
  truncated types usage value values variable variables version versions warn warning warnings word words xxx yaml

  added adding adds allow allowed allows assuming automatically available based changed changes contains created creates creating
  deleted deleting deprecated desired disabled disables enabled enables ensures existing expected generated generates given
  ignored included includes including installed installing installs listed makes managed manually means modified needed needs
  obsolete omitted possible provided provides recommended removed removes removing replaced required requires returns
  returned running sets shows skipped started starting starts stopped stopping stops tested unchanged unnecessary unused updated
  updating used useful uses valid

  add adjust assign assume avoid change choose click configure copy create define delete disable discover download
  enable ensure enter generate get give ignore include keep make-sure modify move need obtain override
  overwrite perform prepare prepend press provide remember remove repeat require run save see show skip specify
  uncomment update upgrade use verify want
  append build check list load restore
  additional additionally basic common current custom final full general initial internal local main missing
  new old original private public recent separate single specific standard temporary whole
  equivalent global

  und oder mit wenn zum zur auf ist sind nicht wird ou avec pour les une dans est sont della delle oppure con che per
  los las para que por uma com

  confirm distributed limitations revision filter work routes gets automatic number east west request external fail non-zero bring
  image support scope exception replication handle left multiple different template registered tests plugin base schedule object match
  driver resource raise prevent method force configured cause release remote context address special parent marked initiate
  connection though state explicitly namespace milestone extra directly attempt tell snapshot priority place corresponding we're
  response relative putting class accept specified metadata information gateway correct workaround testing take rules destination
  extensions compatibility calling probably mismatched map event documentation creation contain can't trying simulate right ready
  instance field exists cache attribute operational migration loop insert executed checking called worker subnet resources
  referenced passed networking minute loads indicating grab getting floating daemon's controller actually supported services present
  pool parse mechanism limit least initialize files determine dependency depend currently backend wrong upgraded
  string regardless processing point objects notification minimal making listen iterate fails extension due clone clean-up
  chosen attributes associated turn transaction traffic retrieve requests protocols prefix operation omit notifications matched
  locked hold handling failed drop count consistency considered catch calls buffer broken binding background
  actual working track threads thread takes table resolves resolve rejected refresh policies older manage leading
  instruct failing extend exist exclude document defined attached allocation addresses across volume's updates underlying
  suppress shared sending segment returning resolved requested rely matches loaded level legacy know
  invalid implemented high future filtered failure establish encrypted emails didn't converted connectivity collect
  cleaning checks certificate built beware authentication array way virtual upstream things there's successful stored slightly
  simple secret restored raises raised problem pick period peer no-op namespaces member loading language itself
  implementation functional fallback explicit dependencies credentials correctly containing conflicting concurrent byte agents
  written works validation unique success subnets static snapshots separated sent roles relationship reference
  queue properly proper producer prevents preserve preferred prefer policy pipeline passes outside occurred newer much migrate methods
  maintenance looking longer logical logging letting learn latest intentionally indicate implicitly header good generic fill
  exposes excluded exceptions except exact drivers doing dictionary deal dead dates cover constants
  compression causes calculate branch blocked against active zero whitespace whereas we've waiting validated treat templates tags
  supports successfully stable silently side segments secrets runner routers reusable retrieved removal relevant refer
  receiving random processed pretend populated populate platforms physical passing overwrites ordering normal
  nested matter mapped manual manager made lots logs likely lets lease keeps integration inside immediately happen generation
  generally found failures extended expects expecting especially endpoint effectively earlier discard direction depending deny
  deletes converting control consumer connected comparison combined collection cleaned checked changing cases careful capacity bound
  blocks blank behind behaviour behavior backing attachments assigned arrays appropriate allocate actions action able
  wrapper workflow versioned upper uploading unlike unexpectedly triggers tolerate timestamps terminate succeed substitution
  subsequent stores states startup standalone specifying sketch session series schema scenario sanity
  revert retain reservations requirements requesting replaces regular regarding records rate publishing
  proxy provisioning protocol property projects product proceed printed potential possibly positive plus permit periodic parser
  outbound optimize operating normalize newly necessary nameservers migrated memory matching marker lower looks
  logged limits libraries length latency large known iteration instances inspection initialization individual
  inbound hard guest greater going functionality forwarding followed flush filtering figure fake expression existence
  excluding exceed events evaluate entire encryption element easily driver's double dimensions depth
  deployment dependent decide couldn't copied consistent consider connections configuring component compatible codes characters
  centralized causing calculating building boolean body backward attachment around applied appears alongside along
  sample typical minimum maximum sender receiver forwarder outchannel ruleset demands thanks sorry ok okay hi fine

  client cluster container database deb deb-src device devices disk disks
  executable firewall images interface interfaces machine network networks packages
  playbook playbooks port ports primary replica replicas repositories repository secondary server servers storage
  volume volumes hosts
`);
