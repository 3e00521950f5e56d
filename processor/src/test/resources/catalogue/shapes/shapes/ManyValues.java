package shapes;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import shapes.kit.Shape;
import shapes.kit.Tape;

/** More values that outlive a suspension than a method has room for in its arguments. */
final class ManyValues {
    @Shape
    @Async
    static Coroutine<String> locals(Tape tape) {
        int n = await(tape.value(3));
        int i0 = n + 0, i1 = n + 1, i2 = n + 2, i3 = n + 3, i4 = n + 4, i5 = n + 5, i6 = n + 6, i7 = n + 7, i8 = n + 8, i9 = n + 9;
        int i10 = n + 10, i11 = n + 11, i12 = n + 12, i13 = n + 13, i14 = n + 14, i15 = n + 15, i16 = n + 16, i17 = n + 17, i18 = n + 18, i19 = n + 19;
        int i20 = n + 20, i21 = n + 21, i22 = n + 22, i23 = n + 23, i24 = n + 24, i25 = n + 25, i26 = n + 26, i27 = n + 27, i28 = n + 28, i29 = n + 29;
        int i30 = n + 30, i31 = n + 31, i32 = n + 32, i33 = n + 33, i34 = n + 34, i35 = n + 35, i36 = n + 36, i37 = n + 37, i38 = n + 38, i39 = n + 39;
        int i40 = n + 40, i41 = n + 41, i42 = n + 42, i43 = n + 43, i44 = n + 44, i45 = n + 45, i46 = n + 46, i47 = n + 47, i48 = n + 48, i49 = n + 49;
        int i50 = n + 50, i51 = n + 51, i52 = n + 52, i53 = n + 53, i54 = n + 54, i55 = n + 55, i56 = n + 56, i57 = n + 57, i58 = n + 58, i59 = n + 59;
        int i60 = n + 60, i61 = n + 61, i62 = n + 62, i63 = n + 63, i64 = n + 64, i65 = n + 65, i66 = n + 66, i67 = n + 67, i68 = n + 68, i69 = n + 69;
        int i70 = n + 70, i71 = n + 71, i72 = n + 72, i73 = n + 73, i74 = n + 74, i75 = n + 75, i76 = n + 76, i77 = n + 77, i78 = n + 78, i79 = n + 79;
        int i80 = n + 80, i81 = n + 81, i82 = n + 82, i83 = n + 83, i84 = n + 84, i85 = n + 85, i86 = n + 86, i87 = n + 87, i88 = n + 88, i89 = n + 89;
        int i90 = n + 90, i91 = n + 91, i92 = n + 92, i93 = n + 93, i94 = n + 94, i95 = n + 95, i96 = n + 96, i97 = n + 97, i98 = n + 98, i99 = n + 99;
        int i100 = n + 100, i101 = n + 101, i102 = n + 102, i103 = n + 103, i104 = n + 104, i105 = n + 105, i106 = n + 106, i107 = n + 107, i108 = n + 108, i109 = n + 109;
        int i110 = n + 110, i111 = n + 111, i112 = n + 112, i113 = n + 113, i114 = n + 114, i115 = n + 115, i116 = n + 116, i117 = n + 117, i118 = n + 118, i119 = n + 119;
        int i120 = n + 120, i121 = n + 121, i122 = n + 122, i123 = n + 123, i124 = n + 124, i125 = n + 125, i126 = n + 126, i127 = n + 127, i128 = n + 128, i129 = n + 129;
        int i130 = n + 130, i131 = n + 131, i132 = n + 132, i133 = n + 133, i134 = n + 134, i135 = n + 135, i136 = n + 136, i137 = n + 137, i138 = n + 138, i139 = n + 139;
        int i140 = n + 140, i141 = n + 141, i142 = n + 142, i143 = n + 143, i144 = n + 144, i145 = n + 145, i146 = n + 146, i147 = n + 147, i148 = n + 148, i149 = n + 149;
        long l0 = n * 0L, l1 = n * 1L, l2 = n * 2L, l3 = n * 3L, l4 = n * 4L, l5 = n * 5L, l6 = n * 6L, l7 = n * 7L, l8 = n * 8L, l9 = n * 9L;
        long l10 = n * 10L, l11 = n * 11L, l12 = n * 12L, l13 = n * 13L, l14 = n * 14L, l15 = n * 15L, l16 = n * 16L, l17 = n * 17L, l18 = n * 18L, l19 = n * 19L;
        long l20 = n * 20L, l21 = n * 21L, l22 = n * 22L, l23 = n * 23L, l24 = n * 24L, l25 = n * 25L, l26 = n * 26L, l27 = n * 27L, l28 = n * 28L, l29 = n * 29L;
        long l30 = n * 30L, l31 = n * 31L, l32 = n * 32L, l33 = n * 33L, l34 = n * 34L, l35 = n * 35L, l36 = n * 36L, l37 = n * 37L, l38 = n * 38L, l39 = n * 39L;
        long l40 = n * 40L, l41 = n * 41L, l42 = n * 42L, l43 = n * 43L, l44 = n * 44L, l45 = n * 45L, l46 = n * 46L, l47 = n * 47L, l48 = n * 48L, l49 = n * 49L;
        long l50 = n * 50L, l51 = n * 51L, l52 = n * 52L, l53 = n * 53L, l54 = n * 54L, l55 = n * 55L, l56 = n * 56L, l57 = n * 57L, l58 = n * 58L, l59 = n * 59L;
        long l60 = n * 60L, l61 = n * 61L, l62 = n * 62L, l63 = n * 63L, l64 = n * 64L, l65 = n * 65L, l66 = n * 66L, l67 = n * 67L, l68 = n * 68L, l69 = n * 69L;
        String s0 = "s0" + n, s1 = "s1" + n, s2 = "s2" + n, s3 = "s3" + n, s4 = "s4" + n, s5 = "s5" + n, s6 = "s6" + n, s7 = "s7" + n, s8 = "s8" + n, s9 = "s9" + n;
        String s10 = "s10" + n, s11 = "s11" + n, s12 = "s12" + n, s13 = "s13" + n, s14 = "s14" + n, s15 = "s15" + n, s16 = "s16" + n, s17 = "s17" + n, s18 = "s18" + n, s19 = "s19" + n;
        String s20 = "s20" + n, s21 = "s21" + n, s22 = "s22" + n, s23 = "s23" + n, s24 = "s24" + n, s25 = "s25" + n, s26 = "s26" + n, s27 = "s27" + n, s28 = "s28" + n, s29 = "s29" + n;
        String s30 = "s30" + n, s31 = "s31" + n, s32 = "s32" + n, s33 = "s33" + n, s34 = "s34" + n, s35 = "s35" + n, s36 = "s36" + n, s37 = "s37" + n, s38 = "s38" + n, s39 = "s39" + n;
        int pause = await(tape.value(7));
        i0 += pause;
        l69 += pause;
        s39 += pause;
        String first = await(tape.value("first"));
        return result(first + (
                i0 + i1 + i2 + i3 + i4 + i5 + i6 + i7 + i8 + i9 + i10 + i11 + i12 + i13 + i14 + i15 + i16 + i17 + i18 + i19 +
                i20 + i21 + i22 + i23 + i24 + i25 + i26 + i27 + i28 + i29 + i30 + i31 + i32 + i33 + i34 + i35 + i36 + i37 + i38 + i39 +
                i40 + i41 + i42 + i43 + i44 + i45 + i46 + i47 + i48 + i49 + i50 + i51 + i52 + i53 + i54 + i55 + i56 + i57 + i58 + i59 +
                i60 + i61 + i62 + i63 + i64 + i65 + i66 + i67 + i68 + i69 + i70 + i71 + i72 + i73 + i74 + i75 + i76 + i77 + i78 + i79 +
                i80 + i81 + i82 + i83 + i84 + i85 + i86 + i87 + i88 + i89 + i90 + i91 + i92 + i93 + i94 + i95 + i96 + i97 + i98 + i99 +
                i100 + i101 + i102 + i103 + i104 + i105 + i106 + i107 + i108 + i109 + i110 + i111 + i112 + i113 + i114 + i115 + i116 + i117 + i118 + i119 +
                i120 + i121 + i122 + i123 + i124 + i125 + i126 + i127 + i128 + i129 + i130 + i131 + i132 + i133 + i134 + i135 + i136 + i137 + i138 + i139 +
                i140 + i141 + i142 + i143 + i144 + i145 + i146 + i147 + i148 + i149)
                + "," + (
                l0 + l1 + l2 + l3 + l4 + l5 + l6 + l7 + l8 + l9 + l10 + l11 + l12 + l13 + l14 + l15 + l16 + l17 + l18 + l19 +
                l20 + l21 + l22 + l23 + l24 + l25 + l26 + l27 + l28 + l29 + l30 + l31 + l32 + l33 + l34 + l35 + l36 + l37 + l38 + l39 +
                l40 + l41 + l42 + l43 + l44 + l45 + l46 + l47 + l48 + l49 + l50 + l51 + l52 + l53 + l54 + l55 + l56 + l57 + l58 + l59 +
                l60 + l61 + l62 + l63 + l64 + l65 + l66 + l67 + l68 + l69)
                + s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7 + s8 + s9 + s10 + s11 + s12 + s13 + s14 + s15 + s16 + s17 + s18 + s19 +
                s20 + s21 + s22 + s23 + s24 + s25 + s26 + s27 + s28 + s29 + s30 + s31 + s32 + s33 + s34 + s35 + s36 + s37 + s38 + s39);
    }

    private static String join(
            int i0, int i1, int i2, int i3, int i4, int i5, int i6, int i7, int i8, int i9, int i10, int i11, int i12, int i13, int i14,
            int i15, int i16, int i17, int i18, int i19, int i20, int i21, int i22, int i23, int i24, int i25, int i26, int i27, int i28, int i29,
            int i30, int i31, int i32, int i33, int i34, int i35, int i36, int i37, int i38, int i39, int i40, int i41, int i42, int i43, int i44,
            int i45, int i46, int i47, int i48, int i49, int i50, int i51, int i52, int i53, int i54, int i55, int i56, int i57, int i58, int i59,
            int i60, int i61, int i62, int i63, int i64, int i65, int i66, int i67, int i68, int i69, int i70, int i71, int i72, int i73, int i74,
            int i75, int i76, int i77, int i78, int i79, int i80, int i81, int i82, int i83, int i84, int i85, int i86, int i87, int i88, int i89,
            int i90, int i91, int i92, int i93, int i94, int i95, int i96, int i97, int i98, int i99, int i100, int i101, int i102, int i103, int i104,
            int i105, int i106, int i107, int i108, int i109, int i110, int i111, int i112, int i113, int i114, int i115, int i116, int i117, int i118, int i119,
            long last,
            String s0, String s1, String s2, String s3, String s4, String s5, String s6, String s7, String s8, String s9, String s10, String s11, String s12, String s13, String s14,
            String s15, String s16, String s17, String s18, String s19, String s20, String s21, String s22, String s23, String s24, String s25, String s26, String s27, String s28, String s29,
            String s30, String s31, String s32, String s33, String s34, String s35, String s36, String s37, String s38, String s39, String s40, String s41, String s42, String s43, String s44,
            String s45, String s46, String s47, String s48, String s49, String s50, String s51, String s52, String s53, String s54, String s55, String s56, String s57, String s58, String s59,
            String s60, String s61, String s62, String s63, String s64, String s65, String s66, String s67, String s68, String s69, String s70, String s71, String s72, String s73, String s74,
            String s75, String s76, String s77, String s78, String s79, String s80, String s81, String s82, String s83, String s84, String s85, String s86, String s87, String s88, String s89,
            String s90, String s91, String s92, String s93, String s94, String s95, String s96, String s97, String s98, String s99,
            long end) {
        return "" + i0 + i7 + i119 + last + s0 + s9 + s99 + end;
    }

    private static int sum(
            int i0, int i1, int i2, int i3, int i4, int i5, int i6, int i7, int i8, int i9, int i10, int i11, int i12, int i13, int i14,
            int i15, int i16, int i17, int i18, int i19, int i20, int i21, int i22, int i23, int i24, int i25, int i26, int i27, int i28, int i29,
            int i30, int i31, int i32, int i33, int i34, int i35, int i36, int i37, int i38, int i39, int i40, int i41, int i42, int i43, int i44,
            int i45, int i46, int i47, int i48, int i49, int i50, int i51, int i52, int i53, int i54, int i55, int i56, int i57, int i58, int i59) {
        return i0 + 2 * i58 + 3 * i59;
    }

    /** Operands of two calls, one in the arguments of the other. */
    @Shape
    @Async
    static Coroutine<String> operands(Tape tape) {
        int n = 5;
        String s = "s";
        return result(join(
                n + 0, n + 1, n + 2, n + 3, n + 4, n + 5, n + 6, n + 7, n + 8, n + 9, n + 10, n + 11, n + 12, n + 13, n + 14,
                n + 15, n + 16, n + 17, n + 18, n + 19, n + 20, n + 21, n + 22, n + 23, n + 24, n + 25, n + 26, n + 27, n + 28, n + 29,
                n + 30, n + 31, n + 32, n + 33, n + 34, n + 35, n + 36, n + 37, n + 38, n + 39, n + 40, n + 41, n + 42, n + 43, n + 44,
                n + 45, n + 46, n + 47, n + 48, n + 49, n + 50, n + 51, n + 52, n + 53, n + 54, n + 55, n + 56, n + 57, n + 58, n + 59,
                n + 60, n + 61, n + 62, n + 63, n + 64, n + 65, n + 66, n + 67, n + 68, n + 69, n + 70, n + 71, n + 72, n + 73, n + 74,
                n + 75, n + 76, n + 77, n + 78, n + 79, n + 80, n + 81, n + 82, n + 83, n + 84, n + 85, n + 86, n + 87, n + 88, n + 89,
                n + 90, n + 91, n + 92, n + 93, n + 94, n + 95, n + 96, n + 97, n + 98, n + 99, n + 100, n + 101, n + 102, n + 103, n + 104,
                n + 105, n + 106, n + 107, n + 108, n + 109, n + 110, n + 111, n + 112, n + 113, n + 114, n + 115, n + 116, n + 117, n + 118, n + 119,
                await(tape.value(9L)),
                s + 0, s + 1, s + 2, s + 3, s + 4, s + 5, s + 6, s + 7, s + 8, s + 9, s + 10, s + 11, s + 12, s + 13, s + 14,
                s + 15, s + 16, s + 17, s + 18, s + 19, s + 20, s + 21, s + 22, s + 23, s + 24, s + 25, s + 26, s + 27, s + 28, s + 29,
                s + 30, s + 31, s + 32, s + 33, s + 34, s + 35, s + 36, s + 37, s + 38, s + 39, s + 40, s + 41, s + 42, s + 43, s + 44,
                s + 45, s + 46, s + 47, s + 48, s + 49, s + 50, s + 51, s + 52, s + 53, s + 54, s + 55, s + 56, s + 57, s + 58, s + 59,
                s + 60, s + 61, s + 62, s + 63, s + 64, s + 65, s + 66, s + 67, s + 68, s + 69, s + 70, s + 71, s + 72, s + 73, s + 74,
                s + 75, s + 76, s + 77, s + 78, s + 79, s + 80, s + 81, s + 82, s + 83, s + 84, s + 85, s + 86, s + 87, s + 88, s + 89,
                s + 90, s + 91, s + 92, s + 93, s + 94, s + 95, s + 96, s + 97, s + 98,
                s + sum(
                n - 0, n - 1, n - 2, n - 3, n - 4, n - 5, n - 6, n - 7, n - 8, n - 9, n - 10, n - 11, n - 12, n - 13, n - 14,
                n - 15, n - 16, n - 17, n - 18, n - 19, n - 20, n - 21, n - 22, n - 23, n - 24, n - 25, n - 26, n - 27, n - 28, n - 29,
                n - 30, n - 31, n - 32, n - 33, n - 34, n - 35, n - 36, n - 37, n - 38, n - 39, n - 40, n - 41, n - 42, n - 43, n - 44,
                n - 45, n - 46, n - 47, n - 48, n - 49, n - 50, n - 51, n - 52, n - 53, n - 54, n - 55, n - 56, n - 57, n - 58,
                await(tape.value(11))),
                n));
    }
}
