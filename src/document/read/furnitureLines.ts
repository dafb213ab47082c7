/** Lines that stand on pages around articles, by their words. Each must be the whole of a short paragraph. */
const LINES: readonly (readonly [string, RegExp])[] = [
  [
    'related links',
    /^(?:(?:read|see|watch|listen to)(?: (?:more|also|next|this))\b|(?:related|recommended|also read|more on this|more from|you may also like|don[’']t miss|most (?:read|popular)|trending|in other news|up next)\b(?: (?:stor(?:y|ies)|articles?|links?|topics?|coverage|content|news))?\s*(?::|$))/i,
  ],
  [
    'read more',
    /^(?:\W*(?:continue reading|keep reading|read (?:the )?(?:full|whole|rest of the) (?:story|article)|(?:click|tap) (?:here )?to (?:read|continue|view|see))\b.*)$/i,
  ],
  [
    'share bar',
    /^(?:share|tweet|e-?mail|print|save|copy link|whatsapp|facebook|twitter|linkedin|reddit|bookmark|like)(?:(?:[\s,|·/•]| on | this | via )+(?:share|tweet|e-?mail|print|save|copy link|whatsapp|facebook|twitter|x|linkedin|reddit|bookmark|article|story|page|friends?|link))*\W*$/i,
  ],
  [
    'share bar',
    /^follow (?:us|[\w ]{2,40}) on (?:twitter|facebook|instagram|x|whatsapp|telegram|youtube|tiktok|linkedin|google news)\b/i,
  ],
  [
    'newsletter box',
    /^(?:sign up (?:for|to|here)\b.*|(?:get|receive) .*\b(?:in|to) your (?:inbox|e-?mail).*|subscribe (?:to|for) (?:our|the|my)\b.*|.*\b(?:sign up|subscribe|join) .{0,40}\bnewsletters?\b.*|(?:enter )?your e-?mail(?: address)?\W*|thank you for (?:subscribing|signing up).*|download (?:our|the) .{0,30}\bapp\b.*)$/i,
  ],
  [
    'cookie notice',
    /^(?:(?:we|this (?:web)?site)(?: and our partners)? uses? cookies\b.*|by (?:continuing|using|clicking).{0,80}\bcookies?\b.*|(?:accept|manage|reject)(?: all)? (?:cookies|preferences)\W*)$/i,
  ],
  [
    'advertisement',
    /^(?:advertisements?|ad|sponsored(?: content)?|promoted(?: content)?|(?:story|article|advertisement)[ -](?:continues|continued)(?: below.*)?|scroll (?:down )?to continue.*|continue (?:below|after) (?:the )?ad.*)\W*$/i,
  ],
  [
    'caption',
    /^(?:(?:file )?(?:photo|image|picture|pic|video)(?:graph)?(?: (?:credit|by|courtesy|source)[^.]*)?\s*[:/|].*|.{0,120}\(?(?:getty images|shutterstock|istock|(?:file|handout) photo)(?: via [\w ]+)?\)?\W*)$/i,
  ],
  [
    'newsletter box',
    /^(?:unsubscribe|manage (?:your )?(?:preferences|subscription)|(?:view|open|read) (?:this )?(?:(?:e-?mail|message|newsletter) )?(?:in|on) (?:your |the |a )?(?:web )?(?:browser|web))(?:\s*[|·•/,-]\s*.{0,80})?\W*$/i,
  ],
  ['footer of the feed', /^the post .{1,150} (?:first )?appeared (?:first )?on .{1,60}$/i],
  [
    'comments',
    /^(?:(?:\d+|no|view|show|load|hide|post|leave|add|write|join|read)(?: (?:all|more|a|your|the))*(?: \d+)? (?:comments?|conversation|repl(?:y|ies))\W*|comments?(?: \(\d+\))?|comments (?:are closed|have been disabled)\W*)$/i,
  ],
  [
    'navigation',
    /^(?:back to (?:top|home)|skip to (?:main )?content|(?:previous|next) (?:article|story|post)|home(?: ?[>›»/|] ?.{1,60})+)\W*$/i,
  ],
]

/** Notes that a page keeps with its article and that tell nothing of the event. Each must be the whole of a short paragraph. */
const NOTES: readonly RegExp[] = [
  /^(?:copyright\b|©|\(c\)(?= (?:19|20)\d\d)).*$/i,
  /\ball rights reserved\b|\bclick here (?:for|to)\b|\bmay not be (?:published|reproduced|reprinted)\b/i,
  /^\W*(?:corrections?|clarification|editor[’']?s? note|editors[’'] note|disclosure)\b[^.]{0,60}:/i,
  /^add .{2,80} as an interest to stay up to date\b/i,
  /^(?:this|an? (?:earlier|previous) version of this) (?:article|story|post|report|piece) (?:has been|was|originally|misstated|incorrectly|first appeared)\b/i,
]

/** Openings that make a paragraph of any length a caption: what galleries leave in a text. */
const CAPTION =
  /^(?:(?:hide|show|toggle) caption\b|enlarge this image\b|photos?: [^.]{1,80} photos?:|replay more videos\b|media playback is unsupported\b|(?:image|media|video) (?:caption|copyright)\b)/i

/** What only captions say: who stands where, which file a picture is from, whose it is. */
const PICTURED: readonly RegExp[] = [
  /^\p{Lu}(?:[^.!?;:“"]{0,80} )?\p{Lu}[\p{L}.’'-]*, (?:(?:far|second from|third from) )?(?:left|right|center|centre),/u,
  /^FILE\s?[-–—:]|^(?:JUST WATCHED|MUST WATCH)\b|^REUTERS\//,
  /^In this \p{Lu}[^.]{4,40} (?:file )?(?:photo|picture|image|frame)\b/u,
  /^\p{Lu}\p{Ll}{2} \d{1,2}, \d{4}; [^;]{2,60}; /u,
]

// Longer, and the credit of a picture ends a paragraph of text that ran into it.
const LONGEST_CAPTION = 400

// A notice is a line or two; a paragraph that begins like one and goes on is text.
const LONGEST_LINE = 220

/**
 * What a paragraph of a text is beside the article ("read more", "copyright", "caption"), by its words; null where it is text.
 *
 * Sentences that merely begin like a notice are text: `Read more widely than you used to, she told them.` is one, `Read more: Pier opens` a link.
 */
export function nameFurnitureLine(text: string, linked = 0): string | null {
  if (text.length > LONGEST_LINE) return null
  const line = LINES.find(([, pattern]) => pattern.test(text))
  if (line === undefined) return null
  const sentence = /[a-z]{2}[.!?]["”’]?$/.test(text) && text.split(' ').length > 6
  const mayBeSentence = line[0] === 'related links' && sentence && linked < text.length / 2 && !text.includes(':')
  return mayBeSentence ? null : line[0]
}

/** True where a sentence opens as a caption does ("Hide Caption 4 of 22"): galleries run many into one paragraph. */
export function isCaption(text: string): boolean {
  if (CAPTION.test(text) || PICTURED.some((pattern) => pattern.test(text))) return true
  return text.length <= LONGEST_CAPTION && /\((?:AP Photo|Photo by|Getty Images|REUTERS)\b/.test(text)
}

/**
 * True where a paragraph of a text tells nothing of the event: what stands on pages around articles, what galleries leave of their
 * captions ("Hide Caption 4 of 22"), copyright, corrections and notes of the editors.
 */
export function isFurniture(text: string): boolean {
  if (isCaption(text)) return true
  return (
    text.length <= LONGEST_LINE && (nameFurnitureLine(text) !== null || NOTES.some((pattern) => pattern.test(text)))
  )
}
