# Days, times and dates, as every page writes them. "\u200F" makes a date run right to left also where a number stands
# first; between "\u2066" and "\u2069" the digits of a time keep their order.
day-mon = پیر
day-tue = منگل
day-wed = بدھ
day-thu = جمعرات
day-fri = جمعہ
day-sat = ہفتہ
day-sun = اتوار
# From one day to a later day of the week.
day-range = { $first } تا { $last }
# Between days, services or languages in a list; with the space that follows.
list-separator = { "، " }
# Twelve hours with the part of the day, as Urdu readers say them: صبح from 5, دوپہر from 12, شام from 4, رات from 8.
time-whole =
    { $hour ->
        [0] رات 12 بجے
        [1] رات 1 بجے
        [2] رات 2 بجے
        [3] رات 3 بجے
        [4] رات 4 بجے
        [12] دوپہر 12 بجے
        [13] دوپہر 1 بجے
        [14] دوپہر 2 بجے
        [15] دوپہر 3 بجے
        [16] شام 4 بجے
        [17] شام 5 بجے
        [18] شام 6 بجے
        [19] شام 7 بجے
        [20] رات 8 بجے
        [21] رات 9 بجے
        [22] رات 10 بجے
        [23] رات 11 بجے
       *[other] صبح { $hour12 } بجے
    }
time-minutes =
    { $hour ->
        [0] رات { "\u2066" }12:{ $minute }{ "\u2069" } بجے
        [1] رات { "\u2066" }1:{ $minute }{ "\u2069" } بجے
        [2] رات { "\u2066" }2:{ $minute }{ "\u2069" } بجے
        [3] رات { "\u2066" }3:{ $minute }{ "\u2069" } بجے
        [4] رات { "\u2066" }4:{ $minute }{ "\u2069" } بجے
        [12] دوپہر { "\u2066" }12:{ $minute }{ "\u2069" } بجے
        [13] دوپہر { "\u2066" }1:{ $minute }{ "\u2069" } بجے
        [14] دوپہر { "\u2066" }2:{ $minute }{ "\u2069" } بجے
        [15] دوپہر { "\u2066" }3:{ $minute }{ "\u2069" } بجے
        [16] شام { "\u2066" }4:{ $minute }{ "\u2069" } بجے
        [17] شام { "\u2066" }5:{ $minute }{ "\u2069" } بجے
        [18] شام { "\u2066" }6:{ $minute }{ "\u2069" } بجے
        [19] شام { "\u2066" }7:{ $minute }{ "\u2069" } بجے
        [20] رات { "\u2066" }8:{ $minute }{ "\u2069" } بجے
        [21] رات { "\u2066" }9:{ $minute }{ "\u2069" } بجے
        [22] رات { "\u2066" }10:{ $minute }{ "\u2069" } بجے
        [23] رات { "\u2066" }11:{ $minute }{ "\u2069" } بجے
       *[other] صبح { "\u2066" }{ $hour12 }:{ $minute }{ "\u2069" } بجے
    }
date-full =
    { "\u200F" }{ $day } { $month ->
        [1] جنوری
        [2] فروری
        [3] مارچ
        [4] اپریل
        [5] مئی
        [6] جون
        [7] جولائی
        [8] اگست
        [9] ستمبر
        [10] اکتوبر
        [11] نومبر
       *[12] دسمبر
    } { $year }
date-month =
    { "\u200F" }{ $month ->
        [1] جنوری
        [2] فروری
        [3] مارچ
        [4] اپریل
        [5] مئی
        [6] جون
        [7] جولائی
        [8] اگست
        [9] ستمبر
        [10] اکتوبر
        [11] نومبر
       *[12] دسمبر
    } { $year }

# A card: one service, how to reach it and what is known about it.
# What nobody could confirm.
unknown = ابھی تصدیق نہیں ہوئی
# Opens the rest of a card.
card-more = تفصیل
number-label = نمبر
hours-label = کھلنے کے اوقات
hours-always = دن رات، ہر روز
hours-span = { $days }، { $from } سے { $to } تک
languages-spoken = زبانیں
sign-language = برطانوی اشاروں کی زبان (BSL)
sign-language-yes = ہاں
# $how is the name of a service.
sign-language-by = ہاں، { $how } کے ذریعے
cost-label = خرچ
cost-free = مفت
cost-free-text = میسج مفت ہے
cost-normal = برطانیہ کی عام کال جتنا خرچ
cost-paid-text = مفت نہیں
calls-note = کال آپ کے فون کی کال لسٹ میں رہ جاتی ہے۔ ہو سکتا ہے کہ بل پر بھی آئے۔
stays-label = کیا رہ جاتا ہے
call-stays = یہ آپ کے فون کی کال لسٹ میں رہ جاتا ہے۔
text-stays = یہ آپ کے فون کے میسجوں میں رہ جاتا ہے۔
email-stays = یہ آپ کے ای میل اکاؤنٹ میں رہ جاتا ہے۔
web-stays = یہ دوسری ویب سائٹ ہے۔ اس کا پتا آپ کی ہسٹری میں رہ جاتا ہے۔
ask-elsewhere = کوئی ہیلپ لائن آپ کو بتا سکتی ہے کہ اس سروس سے رابطہ کیسے کریں۔
checked-label = جانچ
checked-published = { $date } کو شائع شدہ صفحوں میں دیکھ کر جانچا گیا۔
checked-called = ہم نے { $date } کو فون کیا۔
source-label = معلومات کہاں سے ملیں:
source-undated = کوئی تاریخ نہیں

# Where a text comes from, and whose it is.
page-checked = یہ صفحہ آخری بار { $date } کو اُن جگہوں سے ملا کر دیکھا گیا جہاں سے اس کی معلومات لی گئیں۔
translated-checked = یہ ترجمہ مشین نے کیا ہے۔ ایک انسان نے اسے جانچا ہے۔
written-checked = یہ صفحہ لکھنے میں مشین نے مدد کی ہے۔ ایک ماہر نے اسے جانچا ہے۔
not-translated = یہ صفحہ ابھی آپ کی زبان میں نہیں ہے۔ یہاں انگریزی میں ہے۔
text-not-translated = انگریزی میں
more-label = اور پڑھیں

# The page of languages.
languages-summary = سب صفحے ان سب زبانوں میں ہیں۔ ہر صفحے کے اوپر زبان بدلی جا سکتی ہے۔
languages-source = سب صفحے پہلے اسی زبان میں لکھے جاتے ہیں۔ انھیں لکھنے میں مشین نے مدد کی ہے۔
languages-machine = سب ترجمے مشین نے کیے ہیں۔ ابھی کسی انسان نے انھیں نہیں جانچا۔
languages-mixed =
    { $checked ->
        [one] { $all } میں سے { $checked } صفحہ ایک انسان نے جانچا ہے۔
       *[other] { $all } میں سے { $checked } صفحے ایک انسان نے جانچے ہیں۔
    } باقی ترجمے مشین نے کیے ہیں۔
languages-checked = سب صفحے ایک انسان نے جانچے ہیں۔
languages-missing =
    { $missing ->
        [one] { $missing } صفحے کا ابھی ترجمہ نہیں ہوا۔ وہ انگریزی میں دکھایا جاتا ہے۔
       *[other] { $missing } صفحوں کا ابھی ترجمہ نہیں ہوا۔ وہ انگریزی میں دکھائے جاتے ہیں۔
    }
languages-mistake = اگر لفظ غلط ہوں یا سمجھنا مشکل ہو، تو صفحہ انگریزی میں پڑھا جا سکتا ہے۔
