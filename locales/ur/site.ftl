# What stands on every page. Neutral where it may be seen outside the page's body.
site-name = Quietdoor
skip-to-content = سیدھا اصل تحریر پر جائیں
leave = اس صفحے سے نکلیں
# $host is where the exit leads, such as bbc.co.uk.
leave-where = { $host } کھلتا ہے۔ اس سے آپ کی ہسٹری نہیں مٹتی۔
emergency-label = ابھی خطرہ ہے؟
emergency-call = 999 پر فون کریں
emergency-silent = بولنا ممکن نہیں؟ موبائل سے 999 پر فون کریں اور سنیں۔ ہو سکے تو کھانسیں یا فون پر ٹھک ٹھک کریں۔ کہا جائے تو 55 دبائیں۔
emergency-location = 55 سے پولیس کو پتا نہیں چلتا کہ آپ کہاں ہیں۔
menu-label = صفحے
menu-read = پڑھیں
menu-tell = ہمیں بتائیں
menu-reply = واپس آئیں
# Until a team reads what is sent.
trial-heading = یہ سائٹ ابھی صرف آزمائی جا رہی ہے۔
trial-text = آپ جو بھیجیں گے، اسے کوئی نہیں پڑھتا۔ خطرہ ہو تو 999 پر فون کریں۔
# A number to call follows.
trial-call = مفت ہیلپ لائن، دن رات:
# The first page's buttons.
door-tell = ہمیں بتائیں کہ کیا ہو رہا ہے
door-read = چنیں کہ کیا پڑھنا ہے
door-reply = جواب کے لیے واپس آئیں
languages-label = زبانیں
languages-title = زبانیں
languages-heading = زبان چنیں
translated-by-machine = یہ ترجمہ مشین نے کیا ہے۔ ابھی کسی انسان نے اسے نہیں جانچا۔
translated-see-english = اسے انگریزی میں پڑھیں
written-by-machine = یہ صفحہ لکھنے میں مشین نے مدد کی ہے۔ ابھی کسی ماہر نے اسے نہیں جانچا۔
footer-privacy = پرائیویسی
footer-accessibility = سب کے لیے رسائی
footer-languages = زبانیں

# When something is not right. Each says what to do next.
error-help = خطرہ ہو تو 999 پر فون کریں۔ آپ چاہیں تو مدد دینے والی جگہوں کی فہرست بھی دیکھیں۔
error-help-link = مدد دینے والی جگہیں
error-home-link = پہلے صفحے پر جائیں
not-found-title = صفحہ یہاں نہیں
not-found-heading = یہ صفحہ یہاں نہیں ہے
not-found-text = شاید پتا غلط ہے، یا صفحہ کہیں اور چلا گیا ہے۔
method-title = اس طرح ممکن نہیں
method-heading = یہ صفحہ اس طرح استعمال نہیں ہو سکتا
method-text = مہربانی کر کے پہلے صفحے پر واپس جائیں اور وہاں سے دوبارہ کوشش کریں۔
fault-title = کچھ ٹھیک نہیں ہوا
fault-heading = یہاں کچھ ٹھیک نہیں ہوا
fault-text = یہ ہماری غلطی ہے، آپ کی نہیں۔ مہربانی کر کے کچھ منٹ بعد دوبارہ کوشش کریں۔
away-title = ابھی ممکن نہیں
away-heading = ہم یہ ابھی نہیں لے سکتے
away-text = پڑھنا ممکن ہے۔ ہمیں بتانا اس وقت ممکن نہیں۔ مہربانی کر کے کچھ منٹ بعد دوبارہ کوشش کریں۔
