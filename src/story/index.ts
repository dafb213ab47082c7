/** Puts accounts of one event together as they come: copies, stories, threads of stories; explains and obeys corrections. */
export { COPY_SHARE, type Copy, CopyIndex, type Fingerprint, fingerprint, sharedShare } from './copies/copyIndex.js'
export { type HashedWord, hashShingles, hashWords } from './copies/shingles.js'
export { type Corrections, parseCorrections } from './corrections/corrections.js'
export type { Member, Membership, Reason, SharedTerm, Story, StoryId, StoryUpdate, ThreadLink } from './story.js'
export { createGrouper, type Grouper, type GroupOptions } from './stream/createGrouper.js'
export { groupStories } from './stream/groupStories.js'
