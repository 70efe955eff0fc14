// What an eggdrop's flags put into a log besides the channel's own events: sentences of the bot about itself.
//
//   [09:00:00] Writing user file...                                    flag o
//   [09:00:01] TS resync (#xpmem): bob deopped by irc.example.net      flag k, behind the mode change that it repeats
//   [09:00:02] (!) timer drift -- spun 4 minutes                       flag m
//   [09:00:03] net: connect! sock 8                                    flag d
//
// Source: eggdrop 1.6 to 1.9, src/mod/irc.mod/{chan,mode,irc,cmdsirc}.c, server.mod, main.c, net.c, language/core.*.lang.

/** What a sentence begins with; a bot writes more kinds of them than anybody has a log of. */
const BEGINNINGS: readonly string[] = [
  // the bot, its files and its users
  'Writing (?:user|channel) file',
  'Backing up (?:user|channel) file',
  String.raw`Switching logfiles\.\.\.`,
  'Cycling logfile ',
  'Userfile ',
  'Rehashing',
  'Restarting',
  'Telnet connection: ',
  '(?:Lost|Refused|Failed|Timeout|Denied|Logged in) (?:dcc|telnet|TELNET|DCC|bot|in:)',
  'DCC ',
  'Module ',
  'Script ',
  'Tcl error ',
  'Received (?:HUP|SIG)',
  String.raw`\([^\s()]+\) `,
  String.raw`\S*#\S*# `,
  // servers
  'Trying (?:server )?',
  'Server ',
  'Jumping servers',
  'Failed connect to ',
  'DNS lookup failed',
  'NICK IN USE: ',
  'Nickname has been juped',
  'Switching back to ',
  "Can't change nickname on ",
  'ERROR from server: ',
  '-ERROR from server- ',
  'Possible future nick collision',
  // the channel, beside what happens there
  'TS resync ',
  String.raw`(?:JOIN |NICK |Channel )?[Ff]lood from `,
  'Mass deop on ',
  'Mode change by (?:fake op|non-chanop) on ',
  String.raw`\* Mode change on `,
  'Punishing ',
  '(?:Now|No longer) (?:opping|deopping) ',
  'Resetting ',
  'New (?:\\S+ )?(?:sticky )?(?:ban|exempt|invite): ',
  'Trying to cycle ',
  String.raw`\S+ is active but has no ops`,
  String.raw`Channel .* synch`,
  String.raw`Channel \S+ is juped`,
  "(?:I'm on too many channels|Channel full|Channel invite only|Banned from channel|Bad key)--",
  "Server says I'm not on channel: ",
  "Hmm, mode info from a channel I'm not on",
  "(?:Oops, )?I'm not ",
  'Oops\\. +Someone made me join ',
  "joined \\S+ but didn't want to!",
  'confused bot: ',
  String.raw`[@%+]?[#&]\S* +(?:\(\S*\) *)?: \[m\/\d+`,
  String.raw`\S+ (?:invited|invites) `,
  "(?:You are|I'm) (?:now )?banned ",
  String.raw`Joining \S+`,
  'Now (?:on|talking)',
  String.raw`Cycling \S+`,
  // what every day brings, in the other languages that it comes with
  '(?:Wechsle Logdateien|Rotation des fichiers de log|Skifter logfiler|Vaihdetaan logitiedostoja|Trocando ficheiros de log)',
  '(?:Schreibe Benutzerdatei|Ecriture de la liste utilisateurs|Skriver brugerfil|Escrevendo ficheiro de utilizador)',
  '(?:Erstelle Sicherungskopie|Sauvegarde de la liste|Laver backup|Varmuuskopioidaan|Fazendo backup)',
  '(?:Versuche Server|Essai du serveur|Pr.ver server|Yritet..n serveri.|Tentando servidor) ',
  // debugging
  '(?:timer|net|main|tls|dns|modules?): ',
  'trigger(?:ing|ed) bind ',
];

/** A sentence of the bot about itself, in English. */
export const NOTE = `(?:${BEGINNINGS.join('|')}).*`;

/** What went to a server and came from it, as the flags `r` and `v` log it: whose words they are, and to whom, nobody sorted. */
export const RAW = String.raw`\[(?:@|[a-z]?->|![a-z])\] .*`;
