import { describe, expect, it } from 'vitest'
import { isFurniture } from './furnitureLines.js'

describe('isFurniture', () => {
  it.each([
    'Copyright © 2026 The Daily Post. Click here for reprint permission.',
    '© 2026 Lindow Media',
    'This material may not be published, broadcast or redistributed.',
    '*Correction, 16 June 2026, 10:10 p.m.: This post misspelt the name of the mayor.',
    'Editor’s note: The author sits on the council.',
    'This story has been updated with a statement of the line.',
    'Hide Caption 4 of 22 Photos: The ferry on the reef Divers inspect the hull, where water came in through a tear.',
    'Photos: Ferry on the reef Photos: Ferry on the reef Divers inspect the hull, where water came in through a tear as long as a man.',
    'JUST WATCHED Ferry towed into the harbour Replay More Videos',
    'Enlarge this image toggle caption Ada Lind/Post Ada Lind/Post',
    'Ada Lind, right, of Lindow, holds a sign outside the harbour office where the inquiry was heard on 4 March 2026.',
    'FILE - In this March 4, 2026, file photo, the ferry lies on the reef.',
    'In this Wednesday, March 4, 2026 photo, divers inspect the hull.',
    'Mar 4, 2026; Lindow, Norvia; The ferry is towed into the harbour.',
    'Divers at the hull on Wednesday. (AP Photo/Ada Lind)',
    'Add Ada Lind as an interest to stay up to date on the latest Ada Lind news, video, and analysis from the Post.',
    'Read more: Pier opens',
    'Media playback is unsupported by this browser. Media caption: the ferry is towed into the harbour.',
    'Image copyright Lindow Media Image caption The captain, left, was questioned for two days.',
    'Follow the Post on Twitter',
  ])('is furniture: %s', (text) => {
    expect(isFurniture(text)).toBe(true)
  })

  it.each([
    'The copyright of the song lapsed in 2019, the court ruled.',
    'The correction of the charts took a year, the harbour master said: nobody had asked.',
    'This story of a ferry and a reef has been told before.',
    'Read more widely than you used to, she told them.',
    'Just watch the harbour, she said, and the ferry will come.',
    'The ferry turned left, right, and left again.',
    'In this harbour no photo was taken.',
    'On the left, right at the quay, stood the mayor.',
    'Photos show a tear of two metres in the hull.',
    'Click, and the lamp went out.',
  ])('is text: %s', (text) => {
    expect(isFurniture(text)).toBe(false)
  })
})
