"""Letters of the app to people: written with the step that causes them, sent afterwards.

A `Notice` is what one person should know, and can be read in the app. A `Mailing` is one e-mail in
the outbox: a notice that goes out at once, or the digest of several. Both are written in the
transaction of the step; senders take mailings out of the box later, so that no crash loses one.
"""
