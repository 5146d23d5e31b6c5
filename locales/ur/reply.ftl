# Coming back with the seven words. Titles are neutral.
reply-title = واپسی
reply-heading = اپنے لفظوں کے ساتھ واپس آئیں
reply-lead = جب آپ نے ہمیں لکھا تھا تو آپ کو سات لفظ ملے تھے۔ وہ سودے کی فہرست جیسے لگتے ہیں۔
reply-label = آپ کے سات لفظ
reply-hint = انھیں اسی ترتیب سے لکھیں، اس سائٹ کی کسی بھی زبان میں۔ چھوٹے بڑے حرف اور زیر زبر سے فرق نہیں پڑتا۔
reply-open = آگے چلیں
reply-lost = اگر لفظ کھو گئے ہیں تو کوئی انھیں واپس نہیں لا سکتا۔ آپ چاہیں تو ہمیں دوبارہ لکھیں۔
reply-begin = ہمیں لکھیں

error-code-count =
    { $count ->
        [0] اپنے سات لفظ لکھیں۔
        [one] یہ { $count } لفظ ہے۔ ہمیں سات چاہییں۔
       *[other] یہ { $count } لفظ ہیں۔ ہمیں سات چاہییں۔
    }
error-code-word = لفظ نمبر { $place } دیکھیں۔ ہم اسے نہیں پہچانتے۔ آپ نے جو لکھا ہے وہ ابھی یہیں ہے۔
error-code-unknown = ان لفظوں پر ہمیں کچھ نہیں ملا۔ ہر لفظ اور ترتیب دیکھ لیں۔ آپ نے جو لکھا ہے وہ ابھی یہیں ہے۔

talk-title = پیغام
talk-heading = پیغام
talk-none = ابھی کوئی جواب نہیں آیا۔
talk-by = ہماری کوشش ہے کہ آپ کی لکھی بات اس وقت تک پڑھ لیں: { $when }۔
talk-answered = آپ جب چاہیں پھر لکھیں۔
talk-closed = ہم نے یہ معاملہ بند کر دیا ہے۔ اگر آپ پھر لکھیں تو ہم اسے پھر کھولتے ہیں۔
talk-you = آپ
talk-team = ٹیم
# $date as in "22 November 2026", $time as in "2:05pm".
talk-when = { "\u200F" }{ $date }، { $time }
talk-write-heading = ہمیں لکھیں
talk-label = آپ کا پیغام
talk-hint = کسی بھی زبان میں لکھیں۔ یہ بھی بتائیں اگر کوئی فون یا وقت اب محفوظ نہیں۔
talk-safe = کیا آپ اس وقت محفوظ ہیں؟
talk-safe-yes = ہاں، ابھی
talk-safe-no = نہیں
talk-send = بھیجیں
talk-sent = ہمیں آپ کا پیغام مل گیا۔
talk-sent-again = آپ انھی سات لفظوں کے ساتھ پھر واپس آئیں۔
talk-danger = خطرہ ہو تو 999 پر فون کریں۔ ہمارا انتظار نہ کریں۔
talk-leave = کام پورا ہو جائے تو اوپر “اس صفحے سے نکلیں” دبائیں۔
error-message-missing = پہلے کچھ لکھیں۔
talk-expired = 30 منٹ سے زیادہ گزر گئے۔ مہربانی کر کے اپنے سات لفظ پھر لکھیں۔ آپ نے جو لکھا تھا وہ ابھی نیچے موجود ہے۔
talk-kept-label = جو آپ نے لکھا
