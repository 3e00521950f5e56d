package shapes;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import shapes.kit.Mishap;
import shapes.kit.Shape;
import shapes.kit.Tape;

/** Functions at the limits of the class file format. */
final class Sizes {
    /** 200 parameters. */
    @Async
    private static Coroutine<Integer> ints(
            Tape tape,
            int i0, int i1, int i2, int i3, int i4, int i5, int i6, int i7, int i8, int i9,
            int i10, int i11, int i12, int i13, int i14, int i15, int i16, int i17, int i18, int i19,
            int i20, int i21, int i22, int i23, int i24, int i25, int i26, int i27, int i28, int i29,
            int i30, int i31, int i32, int i33, int i34, int i35, int i36, int i37, int i38, int i39,
            int i40, int i41, int i42, int i43, int i44, int i45, int i46, int i47, int i48, int i49,
            int i50, int i51, int i52, int i53, int i54, int i55, int i56, int i57, int i58, int i59,
            int i60, int i61, int i62, int i63, int i64, int i65, int i66, int i67, int i68, int i69,
            int i70, int i71, int i72, int i73, int i74, int i75, int i76, int i77, int i78, int i79,
            int i80, int i81, int i82, int i83, int i84, int i85, int i86, int i87, int i88, int i89,
            int i90, int i91, int i92, int i93, int i94, int i95, int i96, int i97, int i98, int i99,
            int i100, int i101, int i102, int i103, int i104, int i105, int i106, int i107, int i108, int i109,
            int i110, int i111, int i112, int i113, int i114, int i115, int i116, int i117, int i118, int i119,
            int i120, int i121, int i122, int i123, int i124, int i125, int i126, int i127, int i128, int i129,
            int i130, int i131, int i132, int i133, int i134, int i135, int i136, int i137, int i138, int i139,
            int i140, int i141, int i142, int i143, int i144, int i145, int i146, int i147, int i148, int i149,
            int i150, int i151, int i152, int i153, int i154, int i155, int i156, int i157, int i158, int i159,
            int i160, int i161, int i162, int i163, int i164, int i165, int i166, int i167, int i168, int i169,
            int i170, int i171, int i172, int i173, int i174, int i175, int i176, int i177, int i178, int i179,
            int i180, int i181, int i182, int i183, int i184, int i185, int i186, int i187, int i188, int i189,
            int i190, int i191, int i192, int i193, int i194, int i195, int i196, int i197, int i198, int i199) {
        int pause = await(tape.value(1));
        i0 += pause;
        return result(i0 + i1 + i2 + i3 + i4 + i5 + i6 + i7 + i8 + i9 + i10 + i11 + i12 + i13 + i14 + i15 + i16 + i17 + i18 + i19
                + i20 + i21 + i22 + i23 + i24 + i25 + i26 + i27 + i28 + i29 + i30 + i31 + i32 + i33 + i34 + i35 + i36 + i37 + i38 + i39
                + i40 + i41 + i42 + i43 + i44 + i45 + i46 + i47 + i48 + i49 + i50 + i51 + i52 + i53 + i54 + i55 + i56 + i57 + i58 + i59
                + i60 + i61 + i62 + i63 + i64 + i65 + i66 + i67 + i68 + i69 + i70 + i71 + i72 + i73 + i74 + i75 + i76 + i77 + i78 + i79
                + i80 + i81 + i82 + i83 + i84 + i85 + i86 + i87 + i88 + i89 + i90 + i91 + i92 + i93 + i94 + i95 + i96 + i97 + i98 + i99
                + i100 + i101 + i102 + i103 + i104 + i105 + i106 + i107 + i108 + i109 + i110 + i111 + i112 + i113 + i114 + i115 + i116 + i117 + i118 + i119
                + i120 + i121 + i122 + i123 + i124 + i125 + i126 + i127 + i128 + i129 + i130 + i131 + i132 + i133 + i134 + i135 + i136 + i137 + i138 + i139
                + i140 + i141 + i142 + i143 + i144 + i145 + i146 + i147 + i148 + i149 + i150 + i151 + i152 + i153 + i154 + i155 + i156 + i157 + i158 + i159
                + i160 + i161 + i162 + i163 + i164 + i165 + i166 + i167 + i168 + i169 + i170 + i171 + i172 + i173 + i174 + i175 + i176 + i177 + i178 + i179
                + i180 + i181 + i182 + i183 + i184 + i185 + i186 + i187 + i188 + i189 + i190 + i191 + i192 + i193 + i194 + i195 + i196 + i197 + i198 + i199
                + await(tape.value(1000)) * i199);
    }

    @Shape
    @Async
    static Coroutine<Integer> twoHundredInts(Tape tape) {
        int n = await(tape.value(1));
        return result(await(ints(
                tape,
                0, 1, 2, n, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19,
                n, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, n, 38, 39,
                await(tape.value(40)), 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, n, 55, 56, 57, 58, 59,
                60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, n, 72, 73, 74, 75, 76, 77, 78, 79,
                80, 81, 82, 83, 84, 85, 86, 87, n, 89, await(tape.value(90)), 91, 92, 93, 94, 95, 96, 97, 98, 99,
                100, 101, 102, 103, 104, n, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119,
                120, 121, n, 123, 124, 125, 126, 127, 128, 129, 130, 131, 132, 133, 134, 135, 136, 137, 138, n,
                await(tape.value(140)), 141, 142, 143, 144, 145, 146, 147, 148, 149, 150, 151, 152, 153, 154, 155, n, 157, 158, 159,
                160, 161, 162, 163, 164, 165, 166, 167, 168, 169, 170, 171, 172, n, 174, 175, 176, 177, 178, 179,
                180, 181, 182, 183, 184, 185, 186, 187, 188, 189, n, 191, 192, 193, 194, 195, 196, 197, 198, 199)));
    }

    /** 120 parameters, in 240 slots. */
    @Async
    private static Coroutine<Long> longs(
            Tape tape,
            long l0, long l1, long l2, long l3, long l4, long l5, long l6, long l7, long l8, long l9,
            long l10, long l11, long l12, long l13, long l14, long l15, long l16, long l17, long l18, long l19,
            long l20, long l21, long l22, long l23, long l24, long l25, long l26, long l27, long l28, long l29,
            long l30, long l31, long l32, long l33, long l34, long l35, long l36, long l37, long l38, long l39,
            long l40, long l41, long l42, long l43, long l44, long l45, long l46, long l47, long l48, long l49,
            long l50, long l51, long l52, long l53, long l54, long l55, long l56, long l57, long l58, long l59,
            long l60, long l61, long l62, long l63, long l64, long l65, long l66, long l67, long l68, long l69,
            long l70, long l71, long l72, long l73, long l74, long l75, long l76, long l77, long l78, long l79,
            long l80, long l81, long l82, long l83, long l84, long l85, long l86, long l87, long l88, long l89,
            long l90, long l91, long l92, long l93, long l94, long l95, long l96, long l97, long l98, long l99,
            long l100, long l101, long l102, long l103, long l104, long l105, long l106, long l107, long l108, long l109,
            long l110, long l111, long l112, long l113, long l114, long l115, long l116, long l117, long l118, long l119) {
        try {
            l7 *= await(tape.value(2L));
            tape.risky("x");
        } catch (Mishap e) {
            l8 = await(tape.value(-8L));
        }
        return result(l0 + l1 + l2 + l3 + l4 + l5 + l6 + l7 + l8 + l9 + l10 + l11 + l12 + l13 + l14 + l15 + l16 + l17 + l18 + l19
                + l20 + l21 + l22 + l23 + l24 + l25 + l26 + l27 + l28 + l29 + l30 + l31 + l32 + l33 + l34 + l35 + l36 + l37 + l38 + l39
                + l40 + l41 + l42 + l43 + l44 + l45 + l46 + l47 + l48 + l49 + l50 + l51 + l52 + l53 + l54 + l55 + l56 + l57 + l58 + l59
                + l60 + l61 + l62 + l63 + l64 + l65 + l66 + l67 + l68 + l69 + l70 + l71 + l72 + l73 + l74 + l75 + l76 + l77 + l78 + l79
                + l80 + l81 + l82 + l83 + l84 + l85 + l86 + l87 + l88 + l89 + l90 + l91 + l92 + l93 + l94 + l95 + l96 + l97 + l98 + l99
                + l100 + l101 + l102 + l103 + l104 + l105 + l106 + l107 + l108 + l109 + l110 + l111 + l112 + l113 + l114 + l115 + l116 + l117 + l118 + l119
                + l119 * await(tape.value(3)));
    }

    @Shape
    @Async
    static Coroutine<Long> hundredAndTwentyLongs(Tape tape) {
        long wide = 1L << 33;
        return result(await(longs(
                tape,
                0L, 1L, 2L, wide, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L, 16L, 17L, 18L, 19L,
                wide, 21L, 22L, 23L, 24L, 25L, 26L, 27L, 28L, 29L, 30L, 31L, 32L, 33L, 34L, 35L, 36L, wide, 38L, 39L,
                await(tape.value(40L)), 41L, 42L, 43L, 44L, 45L, 46L, 47L, 48L, 49L, 50L, 51L, 52L, 53L, wide, 55L, 56L, 57L, 58L, 59L,
                60L, 61L, 62L, 63L, 64L, 65L, 66L, 67L, 68L, 69L, 70L, wide, 72L, 73L, 74L, 75L, 76L, 77L, 78L, 79L,
                80L, 81L, 82L, 83L, 84L, 85L, 86L, 87L, wide, 89L, await(tape.value(90L)), 91L, 92L, 93L, 94L, 95L, 96L, 97L, 98L, 99L,
                100L, 101L, 102L, 103L, 104L, wide, 106L, 107L, 108L, 109L, 110L, 111L, 112L, 113L, 114L, 115L, 116L, 117L, 118L, 119L)));
    }

    /** 254 parameters after the tape: 255 slots, as many as there may be. */
    @Async
    @SuppressWarnings("lossy-conversions")
    private static Coroutine<Integer> full(
            Tape tape,
            short s0, short s1, short s2, short s3, short s4, short s5, short s6, short s7, short s8, short s9,
            short s10, short s11, short s12, short s13, short s14, short s15, short s16, short s17, short s18, short s19,
            short s20, short s21, short s22, short s23, short s24, short s25, short s26, short s27, short s28, short s29,
            short s30, short s31, short s32, short s33, short s34, short s35, short s36, short s37, short s38, short s39,
            short s40, short s41, short s42, short s43, short s44, short s45, short s46, short s47, short s48, short s49,
            short s50, short s51, short s52, short s53, short s54, short s55, short s56, short s57, short s58, short s59,
            short s60, short s61, short s62, short s63, short s64, short s65, short s66, short s67, short s68, short s69,
            short s70, short s71, short s72, short s73, short s74, short s75, short s76, short s77, short s78, short s79,
            short s80, short s81, short s82, short s83, short s84, short s85, short s86, short s87, short s88, short s89,
            short s90, short s91, short s92, short s93, short s94, short s95, short s96, short s97, short s98, short s99,
            short s100, short s101, short s102, short s103, short s104, short s105, short s106, short s107, short s108, short s109,
            short s110, short s111, short s112, short s113, short s114, short s115, short s116, short s117, short s118, short s119,
            short s120, short s121, short s122, short s123, short s124, short s125, short s126, short s127, short s128, short s129,
            short s130, short s131, short s132, short s133, short s134, short s135, short s136, short s137, short s138, short s139,
            short s140, short s141, short s142, short s143, short s144, short s145, short s146, short s147, short s148, short s149,
            short s150, short s151, short s152, short s153, short s154, short s155, short s156, short s157, short s158, short s159,
            short s160, short s161, short s162, short s163, short s164, short s165, short s166, short s167, short s168, short s169,
            short s170, short s171, short s172, short s173, short s174, short s175, short s176, short s177, short s178, short s179,
            short s180, short s181, short s182, short s183, short s184, short s185, short s186, short s187, short s188, short s189,
            short s190, short s191, short s192, short s193, short s194, short s195, short s196, short s197, short s198, short s199,
            short s200, short s201, short s202, short s203, short s204, short s205, short s206, short s207, short s208, short s209,
            short s210, short s211, short s212, short s213, short s214, short s215, short s216, short s217, short s218, short s219,
            short s220, short s221, short s222, short s223, short s224, short s225, short s226, short s227, short s228, short s229,
            short s230, short s231, short s232, short s233, short s234, short s235, short s236, short s237, short s238, short s239,
            short s240, short s241, short s242, short s243, short s244, short s245, short s246, short s247, short s248, short s249,
            short s250, short s251, short s252, short s253) {
        s253 += (short) (int) await(tape.value(7));
        return result(s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7 + s8 + s9 + s10 + s11 + s12 + s13 + s14 + s15 + s16 + s17 + s18 + s19
                + s20 + s21 + s22 + s23 + s24 + s25 + s26 + s27 + s28 + s29 + s30 + s31 + s32 + s33 + s34 + s35 + s36 + s37 + s38 + s39
                + s40 + s41 + s42 + s43 + s44 + s45 + s46 + s47 + s48 + s49 + s50 + s51 + s52 + s53 + s54 + s55 + s56 + s57 + s58 + s59
                + s60 + s61 + s62 + s63 + s64 + s65 + s66 + s67 + s68 + s69 + s70 + s71 + s72 + s73 + s74 + s75 + s76 + s77 + s78 + s79
                + s80 + s81 + s82 + s83 + s84 + s85 + s86 + s87 + s88 + s89 + s90 + s91 + s92 + s93 + s94 + s95 + s96 + s97 + s98 + s99
                + s100 + s101 + s102 + s103 + s104 + s105 + s106 + s107 + s108 + s109 + s110 + s111 + s112 + s113 + s114 + s115 + s116 + s117 + s118 + s119
                + s120 + s121 + s122 + s123 + s124 + s125 + s126 + s127 + s128 + s129 + s130 + s131 + s132 + s133 + s134 + s135 + s136 + s137 + s138 + s139
                + s140 + s141 + s142 + s143 + s144 + s145 + s146 + s147 + s148 + s149 + s150 + s151 + s152 + s153 + s154 + s155 + s156 + s157 + s158 + s159
                + s160 + s161 + s162 + s163 + s164 + s165 + s166 + s167 + s168 + s169 + s170 + s171 + s172 + s173 + s174 + s175 + s176 + s177 + s178 + s179
                + s180 + s181 + s182 + s183 + s184 + s185 + s186 + s187 + s188 + s189 + s190 + s191 + s192 + s193 + s194 + s195 + s196 + s197 + s198 + s199
                + s200 + s201 + s202 + s203 + s204 + s205 + s206 + s207 + s208 + s209 + s210 + s211 + s212 + s213 + s214 + s215 + s216 + s217 + s218 + s219
                + s220 + s221 + s222 + s223 + s224 + s225 + s226 + s227 + s228 + s229 + s230 + s231 + s232 + s233 + s234 + s235 + s236 + s237 + s238 + s239
                + s240 + s241 + s242 + s243 + s244 + s245 + s246 + s247 + s248 + s249 + s250 + s251 + s252 + s253
                + await(tape.value(1)));
    }

    @Shape
    @Async
    static Coroutine<Integer> asManyParametersAsThereMayBe(Tape tape) {
        short n = 3;
        return result(await(full(
                tape,
                n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n,
                n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n,
                n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n,
                n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n,
                n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n,
                n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n,
                n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n,
                n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n,
                n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n,
                n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n,
                await(tape.value((short) 9)), n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n,
                n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n,
                n, n, n, n, n, n, n, n, n, n, n, n, n, n))
                + await(tape.value(5)));
    }

    /** 253 parameters, and this. */
    @Async
    private Coroutine<Integer> fullInstance(
            Tape tape,
            char c0, char c1, char c2, char c3, char c4, char c5, char c6, char c7, char c8, char c9,
            char c10, char c11, char c12, char c13, char c14, char c15, char c16, char c17, char c18, char c19,
            char c20, char c21, char c22, char c23, char c24, char c25, char c26, char c27, char c28, char c29,
            char c30, char c31, char c32, char c33, char c34, char c35, char c36, char c37, char c38, char c39,
            char c40, char c41, char c42, char c43, char c44, char c45, char c46, char c47, char c48, char c49,
            char c50, char c51, char c52, char c53, char c54, char c55, char c56, char c57, char c58, char c59,
            char c60, char c61, char c62, char c63, char c64, char c65, char c66, char c67, char c68, char c69,
            char c70, char c71, char c72, char c73, char c74, char c75, char c76, char c77, char c78, char c79,
            char c80, char c81, char c82, char c83, char c84, char c85, char c86, char c87, char c88, char c89,
            char c90, char c91, char c92, char c93, char c94, char c95, char c96, char c97, char c98, char c99,
            char c100, char c101, char c102, char c103, char c104, char c105, char c106, char c107, char c108, char c109,
            char c110, char c111, char c112, char c113, char c114, char c115, char c116, char c117, char c118, char c119,
            char c120, char c121, char c122, char c123, char c124, char c125, char c126, char c127, char c128, char c129,
            char c130, char c131, char c132, char c133, char c134, char c135, char c136, char c137, char c138, char c139,
            char c140, char c141, char c142, char c143, char c144, char c145, char c146, char c147, char c148, char c149,
            char c150, char c151, char c152, char c153, char c154, char c155, char c156, char c157, char c158, char c159,
            char c160, char c161, char c162, char c163, char c164, char c165, char c166, char c167, char c168, char c169,
            char c170, char c171, char c172, char c173, char c174, char c175, char c176, char c177, char c178, char c179,
            char c180, char c181, char c182, char c183, char c184, char c185, char c186, char c187, char c188, char c189,
            char c190, char c191, char c192, char c193, char c194, char c195, char c196, char c197, char c198, char c199,
            char c200, char c201, char c202, char c203, char c204, char c205, char c206, char c207, char c208, char c209,
            char c210, char c211, char c212, char c213, char c214, char c215, char c216, char c217, char c218, char c219,
            char c220, char c221, char c222, char c223, char c224, char c225, char c226, char c227, char c228, char c229,
            char c230, char c231, char c232, char c233, char c234, char c235, char c236, char c237, char c238, char c239,
            char c240, char c241, char c242, char c243, char c244, char c245, char c246, char c247, char c248, char c249,
            char c250, char c251, char c252) {
        field += await(tape.value(c0 - c252));
        return result(field + c100 + c252 + await(tape.value(1)));
    }

    private int field = 11;

    @Shape
    @Async
    static Coroutine<Integer> asManyParametersOfAnInstanceMethod(Tape tape) {
        char c = 'c';
        return result(await(new Sizes().fullInstance(
                tape,
                c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c,
                c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c,
                c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c,
                c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c,
                c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c,
                c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c,
                c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c,
                c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c,
                c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c,
                c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c,
                c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c,
                c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c,
                c, c, c, c, c, c, c, c, c, c, c, c, c)));
    }

    @Shape
    @Async
    static Coroutine<Long> hundredLocalsAcrossOneAwait(Tape tape) {
        int v0 = 0;
        long v1 = 1L << 30;
        double v2 = 2 / 8.0;
        String v3 = "v3";
        char v4 = (char) (4 + 'A');
        int v5 = 5;
        long v6 = 6L << 30;
        double v7 = 7 / 8.0;
        String v8 = "v8";
        char v9 = (char) (9 + 'A');
        int v10 = 10;
        long v11 = 11L << 30;
        double v12 = 12 / 8.0;
        String v13 = "v13";
        char v14 = (char) (14 + 'A');
        int v15 = 15;
        long v16 = 16L << 30;
        double v17 = 17 / 8.0;
        String v18 = "v18";
        char v19 = (char) (19 + 'A');
        int v20 = 20;
        long v21 = 21L << 30;
        double v22 = 22 / 8.0;
        String v23 = "v23";
        char v24 = (char) (24 + 'A');
        int v25 = 25;
        long v26 = 26L << 30;
        double v27 = 27 / 8.0;
        String v28 = "v28";
        char v29 = (char) (29 + 'A');
        int v30 = 30;
        long v31 = 31L << 30;
        double v32 = 32 / 8.0;
        String v33 = "v33";
        char v34 = (char) (34 + 'A');
        int v35 = 35;
        long v36 = 36L << 30;
        double v37 = 37 / 8.0;
        String v38 = "v38";
        char v39 = (char) (39 + 'A');
        int v40 = 40;
        long v41 = 41L << 30;
        double v42 = 42 / 8.0;
        String v43 = "v43";
        char v44 = (char) (44 + 'A');
        int v45 = 45;
        long v46 = 46L << 30;
        double v47 = 47 / 8.0;
        String v48 = "v48";
        char v49 = (char) (49 + 'A');
        int v50 = 50;
        long v51 = 51L << 30;
        double v52 = 52 / 8.0;
        String v53 = "v53";
        char v54 = (char) (54 + 'A');
        int v55 = 55;
        long v56 = 56L << 30;
        double v57 = 57 / 8.0;
        String v58 = "v58";
        char v59 = (char) (59 + 'A');
        int v60 = 60;
        long v61 = 61L << 30;
        double v62 = 62 / 8.0;
        String v63 = "v63";
        char v64 = (char) (64 + 'A');
        int v65 = 65;
        long v66 = 66L << 30;
        double v67 = 67 / 8.0;
        String v68 = "v68";
        char v69 = (char) (69 + 'A');
        int v70 = 70;
        long v71 = 71L << 30;
        double v72 = 72 / 8.0;
        String v73 = "v73";
        char v74 = (char) (74 + 'A');
        int v75 = 75;
        long v76 = 76L << 30;
        double v77 = 77 / 8.0;
        String v78 = "v78";
        char v79 = (char) (79 + 'A');
        int v80 = 80;
        long v81 = 81L << 30;
        double v82 = 82 / 8.0;
        String v83 = "v83";
        char v84 = (char) (84 + 'A');
        int v85 = 85;
        long v86 = 86L << 30;
        double v87 = 87 / 8.0;
        String v88 = "v88";
        char v89 = (char) (89 + 'A');
        int v90 = 90;
        long v91 = 91L << 30;
        double v92 = 92 / 8.0;
        String v93 = "v93";
        char v94 = (char) (94 + 'A');
        int v95 = 95;
        long v96 = 96L << 30;
        double v97 = 97 / 8.0;
        String v98 = "v98";
        char v99 = (char) (99 + 'A');
        long sum = await(tape.value(1L));
        sum = sum * 7 + v0;
        sum = sum * 7 + v1;
        sum = sum * 7 + (long) v2;
        sum = sum * 7 + v3.length();
        sum = sum * 7 + v4;
        sum = sum * 7 + v5;
        sum = sum * 7 + v6;
        sum = sum * 7 + (long) v7;
        sum = sum * 7 + v8.length();
        sum = sum * 7 + v9;
        sum = sum * 7 + v10;
        sum = sum * 7 + v11;
        sum = sum * 7 + (long) v12;
        sum = sum * 7 + v13.length();
        sum = sum * 7 + v14;
        sum = sum * 7 + v15;
        sum = sum * 7 + v16;
        sum = sum * 7 + (long) v17;
        sum = sum * 7 + v18.length();
        sum = sum * 7 + v19;
        sum = sum * 7 + v20;
        sum = sum * 7 + v21;
        sum = sum * 7 + (long) v22;
        sum = sum * 7 + v23.length();
        sum = sum * 7 + v24;
        sum = sum * 7 + v25;
        sum = sum * 7 + v26;
        sum = sum * 7 + (long) v27;
        sum = sum * 7 + v28.length();
        sum = sum * 7 + v29;
        sum = sum * 7 + v30;
        sum = sum * 7 + v31;
        sum = sum * 7 + (long) v32;
        sum = sum * 7 + v33.length();
        sum = sum * 7 + v34;
        sum = sum * 7 + v35;
        sum = sum * 7 + v36;
        sum = sum * 7 + (long) v37;
        sum = sum * 7 + v38.length();
        sum = sum * 7 + v39;
        sum = sum * 7 + v40;
        sum = sum * 7 + v41;
        sum = sum * 7 + (long) v42;
        sum = sum * 7 + v43.length();
        sum = sum * 7 + v44;
        sum = sum * 7 + v45;
        sum = sum * 7 + v46;
        sum = sum * 7 + (long) v47;
        sum = sum * 7 + v48.length();
        sum = sum * 7 + v49;
        sum = sum * 7 + v50;
        sum = sum * 7 + v51;
        sum = sum * 7 + (long) v52;
        sum = sum * 7 + v53.length();
        sum = sum * 7 + v54;
        sum = sum * 7 + v55;
        sum = sum * 7 + v56;
        sum = sum * 7 + (long) v57;
        sum = sum * 7 + v58.length();
        sum = sum * 7 + v59;
        sum = sum * 7 + v60;
        sum = sum * 7 + v61;
        sum = sum * 7 + (long) v62;
        sum = sum * 7 + v63.length();
        sum = sum * 7 + v64;
        sum = sum * 7 + v65;
        sum = sum * 7 + v66;
        sum = sum * 7 + (long) v67;
        sum = sum * 7 + v68.length();
        sum = sum * 7 + v69;
        sum = sum * 7 + v70;
        sum = sum * 7 + v71;
        sum = sum * 7 + (long) v72;
        sum = sum * 7 + v73.length();
        sum = sum * 7 + v74;
        sum = sum * 7 + v75;
        sum = sum * 7 + v76;
        sum = sum * 7 + (long) v77;
        sum = sum * 7 + v78.length();
        sum = sum * 7 + v79;
        sum = sum * 7 + v80;
        sum = sum * 7 + v81;
        sum = sum * 7 + (long) v82;
        sum = sum * 7 + v83.length();
        sum = sum * 7 + v84;
        sum = sum * 7 + v85;
        sum = sum * 7 + v86;
        sum = sum * 7 + (long) v87;
        sum = sum * 7 + v88.length();
        sum = sum * 7 + v89;
        sum = sum * 7 + v90;
        sum = sum * 7 + v91;
        sum = sum * 7 + (long) v92;
        sum = sum * 7 + v93.length();
        sum = sum * 7 + v94;
        sum = sum * 7 + v95;
        sum = sum * 7 + v96;
        sum = sum * 7 + (long) v97;
        sum = sum * 7 + v98.length();
        sum = sum * 7 + v99;
        return result(sum + await(tape.value(1)));
    }

    @Shape
    @Async
    static Coroutine<Integer> largeMethodWithFarJumps(Tape tape) {
        int[] a = new int[4];
        int rounds = await(tape.value(2));
        for (int i = 0; i < rounds; i++) {
            if (i == await(tape.value(5))) {
                continue;
            }
            a[0] += a[1] * 0 + (a[0] >> 1) ^ 0;
            a[1] += a[2] * 1 + (a[3] >> 2) ^ 101;
            a[2] += a[3] * 2 + (a[2] >> 3) ^ 202;
            a[3] += a[0] * 3 + (a[1] >> 4) ^ 303;
            a[0] += a[1] * 4 + (a[0] >> 5) ^ 404;
            a[1] += a[2] * 5 + (a[3] >> 1) ^ 505;
            a[2] += a[3] * 6 + (a[2] >> 2) ^ 606;
            a[3] += a[0] * 7 + (a[1] >> 3) ^ 707;
            a[0] += a[1] * 8 + (a[0] >> 4) ^ 808;
            a[1] += a[2] * 9 + (a[3] >> 5) ^ 909;
            a[2] += a[3] * 10 + (a[2] >> 1) ^ 1010;
            a[3] += a[0] * 11 + (a[1] >> 2) ^ 1111;
            a[0] += a[1] * 12 + (a[0] >> 3) ^ 1212;
            a[1] += a[2] * 13 + (a[3] >> 4) ^ 1313;
            a[2] += a[3] * 14 + (a[2] >> 5) ^ 1414;
            a[3] += a[0] * 15 + (a[1] >> 1) ^ 1515;
            a[0] += a[1] * 16 + (a[0] >> 2) ^ 1616;
            a[1] += a[2] * 17 + (a[3] >> 3) ^ 1717;
            a[2] += a[3] * 18 + (a[2] >> 4) ^ 1818;
            a[3] += a[0] * 19 + (a[1] >> 5) ^ 1919;
            a[0] += a[1] * 20 + (a[0] >> 1) ^ 2020;
            a[1] += a[2] * 21 + (a[3] >> 2) ^ 2121;
            a[2] += a[3] * 22 + (a[2] >> 3) ^ 2222;
            a[3] += a[0] * 23 + (a[1] >> 4) ^ 2323;
            a[0] += a[1] * 24 + (a[0] >> 5) ^ 2424;
            a[1] += a[2] * 25 + (a[3] >> 1) ^ 2525;
            a[2] += a[3] * 26 + (a[2] >> 2) ^ 2626;
            a[3] += a[0] * 27 + (a[1] >> 3) ^ 2727;
            a[0] += a[1] * 28 + (a[0] >> 4) ^ 2828;
            a[1] += a[2] * 29 + (a[3] >> 5) ^ 2929;
            a[2] += a[3] * 30 + (a[2] >> 1) ^ 3030;
            a[3] += a[0] * 31 + (a[1] >> 2) ^ 3131;
            a[0] += a[1] * 32 + (a[0] >> 3) ^ 3232;
            a[1] += a[2] * 33 + (a[3] >> 4) ^ 3333;
            a[2] += a[3] * 34 + (a[2] >> 5) ^ 3434;
            a[3] += a[0] * 35 + (a[1] >> 1) ^ 3535;
            a[0] += a[1] * 36 + (a[0] >> 2) ^ 3636;
            a[1] += a[2] * 37 + (a[3] >> 3) ^ 3737;
            a[2] += a[3] * 38 + (a[2] >> 4) ^ 3838;
            a[3] += a[0] * 39 + (a[1] >> 5) ^ 3939;
            a[0] += a[1] * 40 + (a[0] >> 1) ^ 4040;
            a[1] += a[2] * 41 + (a[3] >> 2) ^ 4141;
            a[2] += a[3] * 42 + (a[2] >> 3) ^ 4242;
            a[3] += a[0] * 43 + (a[1] >> 4) ^ 4343;
            a[0] += a[1] * 44 + (a[0] >> 5) ^ 4444;
            a[1] += a[2] * 45 + (a[3] >> 1) ^ 4545;
            a[2] += a[3] * 46 + (a[2] >> 2) ^ 4646;
            a[3] += a[0] * 47 + (a[1] >> 3) ^ 4747;
            a[0] += a[1] * 48 + (a[0] >> 4) ^ 4848;
            a[1] += a[2] * 49 + (a[3] >> 5) ^ 4949;
            a[2] += a[3] * 50 + (a[2] >> 1) ^ 5050;
            a[3] += a[0] * 51 + (a[1] >> 2) ^ 5151;
            a[0] += a[1] * 52 + (a[0] >> 3) ^ 5252;
            a[1] += a[2] * 53 + (a[3] >> 4) ^ 5353;
            a[2] += a[3] * 54 + (a[2] >> 5) ^ 5454;
            a[3] += a[0] * 55 + (a[1] >> 1) ^ 5555;
            a[0] += a[1] * 56 + (a[0] >> 2) ^ 5656;
            a[1] += a[2] * 57 + (a[3] >> 3) ^ 5757;
            a[2] += a[3] * 58 + (a[2] >> 4) ^ 5858;
            a[3] += a[0] * 59 + (a[1] >> 5) ^ 5959;
            a[0] += a[1] * 60 + (a[0] >> 1) ^ 6060;
            a[1] += a[2] * 61 + (a[3] >> 2) ^ 6161;
            a[2] += a[3] * 62 + (a[2] >> 3) ^ 6262;
            a[3] += a[0] * 63 + (a[1] >> 4) ^ 6363;
            a[0] += a[1] * 64 + (a[0] >> 5) ^ 6464;
            a[1] += a[2] * 65 + (a[3] >> 1) ^ 6565;
            a[2] += a[3] * 66 + (a[2] >> 2) ^ 6666;
            a[3] += a[0] * 67 + (a[1] >> 3) ^ 6767;
            a[0] += a[1] * 68 + (a[0] >> 4) ^ 6868;
            a[1] += a[2] * 69 + (a[3] >> 5) ^ 6969;
            a[2] += a[3] * 70 + (a[2] >> 1) ^ 7070;
            a[3] += a[0] * 71 + (a[1] >> 2) ^ 7171;
            a[0] += a[1] * 72 + (a[0] >> 3) ^ 7272;
            a[1] += a[2] * 73 + (a[3] >> 4) ^ 7373;
            a[2] += a[3] * 74 + (a[2] >> 5) ^ 7474;
            a[3] += a[0] * 75 + (a[1] >> 1) ^ 7575;
            a[0] += a[1] * 76 + (a[0] >> 2) ^ 7676;
            a[1] += a[2] * 77 + (a[3] >> 3) ^ 7777;
            a[2] += a[3] * 78 + (a[2] >> 4) ^ 7878;
            a[3] += a[0] * 79 + (a[1] >> 5) ^ 7979;
            a[0] += a[1] * 80 + (a[0] >> 1) ^ 8080;
            a[1] += a[2] * 81 + (a[3] >> 2) ^ 8181;
            a[2] += a[3] * 82 + (a[2] >> 3) ^ 8282;
            a[3] += a[0] * 83 + (a[1] >> 4) ^ 8383;
            a[0] += a[1] * 84 + (a[0] >> 5) ^ 8484;
            a[1] += a[2] * 85 + (a[3] >> 1) ^ 8585;
            a[2] += a[3] * 86 + (a[2] >> 2) ^ 8686;
            a[3] += a[0] * 87 + (a[1] >> 3) ^ 8787;
            a[0] += a[1] * 88 + (a[0] >> 4) ^ 8888;
            a[1] += a[2] * 89 + (a[3] >> 5) ^ 8989;
            a[2] += a[3] * 90 + (a[2] >> 1) ^ 9090;
            a[3] += a[0] * 91 + (a[1] >> 2) ^ 9191;
            a[0] += a[1] * 92 + (a[0] >> 3) ^ 9292;
            a[1] += a[2] * 93 + (a[3] >> 4) ^ 9393;
            a[2] += a[3] * 94 + (a[2] >> 5) ^ 9494;
            a[3] += a[0] * 95 + (a[1] >> 1) ^ 9595;
            a[0] += a[1] * 96 + (a[0] >> 2) ^ 9696;
            a[1] += a[2] * 97 + (a[3] >> 3) ^ 9797;
            a[2] += a[3] * 98 + (a[2] >> 4) ^ 9898;
            a[3] += a[0] * 99 + (a[1] >> 5) ^ 9999;
            a[0] += a[1] * 100 + (a[0] >> 1) ^ 10100;
            a[0] += await(tape.value(100));
            a[1] += a[2] * 101 + (a[3] >> 2) ^ 10201;
            a[2] += a[3] * 102 + (a[2] >> 3) ^ 10302;
            a[3] += a[0] * 103 + (a[1] >> 4) ^ 10403;
            a[0] += a[1] * 104 + (a[0] >> 5) ^ 10504;
            a[1] += a[2] * 105 + (a[3] >> 1) ^ 10605;
            a[2] += a[3] * 106 + (a[2] >> 2) ^ 10706;
            a[3] += a[0] * 107 + (a[1] >> 3) ^ 10807;
            a[0] += a[1] * 108 + (a[0] >> 4) ^ 10908;
            a[1] += a[2] * 109 + (a[3] >> 5) ^ 11009;
            a[2] += a[3] * 110 + (a[2] >> 1) ^ 11110;
            a[3] += a[0] * 111 + (a[1] >> 2) ^ 11211;
            a[0] += a[1] * 112 + (a[0] >> 3) ^ 11312;
            a[1] += a[2] * 113 + (a[3] >> 4) ^ 11413;
            a[2] += a[3] * 114 + (a[2] >> 5) ^ 11514;
            a[3] += a[0] * 115 + (a[1] >> 1) ^ 11615;
            a[0] += a[1] * 116 + (a[0] >> 2) ^ 11716;
            a[1] += a[2] * 117 + (a[3] >> 3) ^ 11817;
            a[2] += a[3] * 118 + (a[2] >> 4) ^ 11918;
            a[3] += a[0] * 119 + (a[1] >> 5) ^ 12019;
            a[0] += a[1] * 120 + (a[0] >> 1) ^ 12120;
            a[1] += a[2] * 121 + (a[3] >> 2) ^ 12221;
            a[2] += a[3] * 122 + (a[2] >> 3) ^ 12322;
            a[3] += a[0] * 123 + (a[1] >> 4) ^ 12423;
            a[0] += a[1] * 124 + (a[0] >> 5) ^ 12524;
            a[1] += a[2] * 125 + (a[3] >> 1) ^ 12625;
            a[2] += a[3] * 126 + (a[2] >> 2) ^ 12726;
            a[3] += a[0] * 127 + (a[1] >> 3) ^ 12827;
            a[0] += a[1] * 128 + (a[0] >> 4) ^ 12928;
            a[1] += a[2] * 129 + (a[3] >> 5) ^ 13029;
            a[2] += a[3] * 130 + (a[2] >> 1) ^ 13130;
            a[3] += a[0] * 131 + (a[1] >> 2) ^ 13231;
            a[0] += a[1] * 132 + (a[0] >> 3) ^ 13332;
            a[1] += a[2] * 133 + (a[3] >> 4) ^ 13433;
            a[2] += a[3] * 134 + (a[2] >> 5) ^ 13534;
            a[3] += a[0] * 135 + (a[1] >> 1) ^ 13635;
            a[0] += a[1] * 136 + (a[0] >> 2) ^ 13736;
            a[1] += a[2] * 137 + (a[3] >> 3) ^ 13837;
            a[2] += a[3] * 138 + (a[2] >> 4) ^ 13938;
            a[3] += a[0] * 139 + (a[1] >> 5) ^ 14039;
            a[0] += a[1] * 140 + (a[0] >> 1) ^ 14140;
            a[1] += a[2] * 141 + (a[3] >> 2) ^ 14241;
            a[2] += a[3] * 142 + (a[2] >> 3) ^ 14342;
            a[3] += a[0] * 143 + (a[1] >> 4) ^ 14443;
            a[0] += a[1] * 144 + (a[0] >> 5) ^ 14544;
            a[1] += a[2] * 145 + (a[3] >> 1) ^ 14645;
            a[2] += a[3] * 146 + (a[2] >> 2) ^ 14746;
            a[3] += a[0] * 147 + (a[1] >> 3) ^ 14847;
            a[0] += a[1] * 148 + (a[0] >> 4) ^ 14948;
            a[1] += a[2] * 149 + (a[3] >> 5) ^ 15049;
            a[2] += a[3] * 150 + (a[2] >> 1) ^ 15150;
            a[3] += a[0] * 151 + (a[1] >> 2) ^ 15251;
            a[0] += a[1] * 152 + (a[0] >> 3) ^ 15352;
            a[1] += a[2] * 153 + (a[3] >> 4) ^ 15453;
            a[2] += a[3] * 154 + (a[2] >> 5) ^ 15554;
            a[3] += a[0] * 155 + (a[1] >> 1) ^ 15655;
            a[0] += a[1] * 156 + (a[0] >> 2) ^ 15756;
            a[1] += a[2] * 157 + (a[3] >> 3) ^ 15857;
            a[2] += a[3] * 158 + (a[2] >> 4) ^ 15958;
            a[3] += a[0] * 159 + (a[1] >> 5) ^ 16059;
            a[0] += a[1] * 160 + (a[0] >> 1) ^ 16160;
            a[1] += a[2] * 161 + (a[3] >> 2) ^ 16261;
            a[2] += a[3] * 162 + (a[2] >> 3) ^ 16362;
            a[3] += a[0] * 163 + (a[1] >> 4) ^ 16463;
            a[0] += a[1] * 164 + (a[0] >> 5) ^ 16564;
            a[1] += a[2] * 165 + (a[3] >> 1) ^ 16665;
            a[2] += a[3] * 166 + (a[2] >> 2) ^ 16766;
            a[3] += a[0] * 167 + (a[1] >> 3) ^ 16867;
            a[0] += a[1] * 168 + (a[0] >> 4) ^ 16968;
            a[1] += a[2] * 169 + (a[3] >> 5) ^ 17069;
            a[2] += a[3] * 170 + (a[2] >> 1) ^ 17170;
            a[3] += a[0] * 171 + (a[1] >> 2) ^ 17271;
            a[0] += a[1] * 172 + (a[0] >> 3) ^ 17372;
            a[1] += a[2] * 173 + (a[3] >> 4) ^ 17473;
            a[2] += a[3] * 174 + (a[2] >> 5) ^ 17574;
            a[3] += a[0] * 175 + (a[1] >> 1) ^ 17675;
            a[0] += a[1] * 176 + (a[0] >> 2) ^ 17776;
            a[1] += a[2] * 177 + (a[3] >> 3) ^ 17877;
            a[2] += a[3] * 178 + (a[2] >> 4) ^ 17978;
            a[3] += a[0] * 179 + (a[1] >> 5) ^ 18079;
            a[0] += a[1] * 180 + (a[0] >> 1) ^ 18180;
            a[1] += a[2] * 181 + (a[3] >> 2) ^ 18281;
            a[2] += a[3] * 182 + (a[2] >> 3) ^ 18382;
            a[3] += a[0] * 183 + (a[1] >> 4) ^ 18483;
            a[0] += a[1] * 184 + (a[0] >> 5) ^ 18584;
            a[1] += a[2] * 185 + (a[3] >> 1) ^ 18685;
            a[2] += a[3] * 186 + (a[2] >> 2) ^ 18786;
            a[3] += a[0] * 187 + (a[1] >> 3) ^ 18887;
            a[0] += a[1] * 188 + (a[0] >> 4) ^ 18988;
            a[1] += a[2] * 189 + (a[3] >> 5) ^ 19089;
            a[2] += a[3] * 190 + (a[2] >> 1) ^ 19190;
            a[3] += a[0] * 191 + (a[1] >> 2) ^ 19291;
            a[0] += a[1] * 192 + (a[0] >> 3) ^ 19392;
            a[1] += a[2] * 193 + (a[3] >> 4) ^ 19493;
            a[2] += a[3] * 194 + (a[2] >> 5) ^ 19594;
            a[3] += a[0] * 195 + (a[1] >> 1) ^ 19695;
            a[0] += a[1] * 196 + (a[0] >> 2) ^ 19796;
            a[1] += a[2] * 197 + (a[3] >> 3) ^ 19897;
            a[2] += a[3] * 198 + (a[2] >> 4) ^ 19998;
            a[3] += a[0] * 199 + (a[1] >> 5) ^ 20099;
            a[0] += a[1] * 200 + (a[0] >> 1) ^ 20200;
            a[1] += a[2] * 201 + (a[3] >> 2) ^ 20301;
            a[2] += a[3] * 202 + (a[2] >> 3) ^ 20402;
            a[3] += a[0] * 203 + (a[1] >> 4) ^ 20503;
            a[0] += a[1] * 204 + (a[0] >> 5) ^ 20604;
            a[1] += a[2] * 205 + (a[3] >> 1) ^ 20705;
            a[2] += a[3] * 206 + (a[2] >> 2) ^ 20806;
            a[3] += a[0] * 207 + (a[1] >> 3) ^ 20907;
            a[0] += a[1] * 208 + (a[0] >> 4) ^ 21008;
            a[1] += a[2] * 209 + (a[3] >> 5) ^ 21109;
            a[2] += a[3] * 210 + (a[2] >> 1) ^ 21210;
            a[3] += a[0] * 211 + (a[1] >> 2) ^ 21311;
            a[0] += a[1] * 212 + (a[0] >> 3) ^ 21412;
            a[1] += a[2] * 213 + (a[3] >> 4) ^ 21513;
            a[2] += a[3] * 214 + (a[2] >> 5) ^ 21614;
            a[3] += a[0] * 215 + (a[1] >> 1) ^ 21715;
            a[0] += a[1] * 216 + (a[0] >> 2) ^ 21816;
            a[1] += a[2] * 217 + (a[3] >> 3) ^ 21917;
            a[2] += a[3] * 218 + (a[2] >> 4) ^ 22018;
            a[3] += a[0] * 219 + (a[1] >> 5) ^ 22119;
            a[0] += a[1] * 220 + (a[0] >> 1) ^ 22220;
            a[1] += a[2] * 221 + (a[3] >> 2) ^ 22321;
            a[2] += a[3] * 222 + (a[2] >> 3) ^ 22422;
            a[3] += a[0] * 223 + (a[1] >> 4) ^ 22523;
            a[0] += a[1] * 224 + (a[0] >> 5) ^ 22624;
            a[1] += a[2] * 225 + (a[3] >> 1) ^ 22725;
            a[2] += a[3] * 226 + (a[2] >> 2) ^ 22826;
            a[3] += a[0] * 227 + (a[1] >> 3) ^ 22927;
            a[0] += a[1] * 228 + (a[0] >> 4) ^ 23028;
            a[1] += a[2] * 229 + (a[3] >> 5) ^ 23129;
            a[2] += a[3] * 230 + (a[2] >> 1) ^ 23230;
            a[3] += a[0] * 231 + (a[1] >> 2) ^ 23331;
            a[0] += a[1] * 232 + (a[0] >> 3) ^ 23432;
            a[1] += a[2] * 233 + (a[3] >> 4) ^ 23533;
            a[2] += a[3] * 234 + (a[2] >> 5) ^ 23634;
            a[3] += a[0] * 235 + (a[1] >> 1) ^ 23735;
            a[0] += a[1] * 236 + (a[0] >> 2) ^ 23836;
            a[1] += a[2] * 237 + (a[3] >> 3) ^ 23937;
            a[2] += a[3] * 238 + (a[2] >> 4) ^ 24038;
            a[3] += a[0] * 239 + (a[1] >> 5) ^ 24139;
            a[0] += a[1] * 240 + (a[0] >> 1) ^ 24240;
            a[1] += a[2] * 241 + (a[3] >> 2) ^ 24341;
            a[2] += a[3] * 242 + (a[2] >> 3) ^ 24442;
            a[3] += a[0] * 243 + (a[1] >> 4) ^ 24543;
            a[0] += a[1] * 244 + (a[0] >> 5) ^ 24644;
            a[1] += a[2] * 245 + (a[3] >> 1) ^ 24745;
            a[2] += a[3] * 246 + (a[2] >> 2) ^ 24846;
            a[3] += a[0] * 247 + (a[1] >> 3) ^ 24947;
            a[0] += a[1] * 248 + (a[0] >> 4) ^ 25048;
            a[1] += a[2] * 249 + (a[3] >> 5) ^ 25149;
            a[2] += a[3] * 250 + (a[2] >> 1) ^ 25250;
            a[3] += a[0] * 251 + (a[1] >> 2) ^ 25351;
            a[0] += a[1] * 252 + (a[0] >> 3) ^ 25452;
            a[1] += a[2] * 253 + (a[3] >> 4) ^ 25553;
            a[2] += a[3] * 254 + (a[2] >> 5) ^ 25654;
            a[3] += a[0] * 255 + (a[1] >> 1) ^ 25755;
            a[0] += a[1] * 256 + (a[0] >> 2) ^ 25856;
            a[1] += a[2] * 257 + (a[3] >> 3) ^ 25957;
            a[2] += a[3] * 258 + (a[2] >> 4) ^ 26058;
            a[3] += a[0] * 259 + (a[1] >> 5) ^ 26159;
            a[0] += a[1] * 260 + (a[0] >> 1) ^ 26260;
            a[1] += a[2] * 261 + (a[3] >> 2) ^ 26361;
            a[2] += a[3] * 262 + (a[2] >> 3) ^ 26462;
            a[3] += a[0] * 263 + (a[1] >> 4) ^ 26563;
            a[0] += a[1] * 264 + (a[0] >> 5) ^ 26664;
            a[1] += a[2] * 265 + (a[3] >> 1) ^ 26765;
            a[2] += a[3] * 266 + (a[2] >> 2) ^ 26866;
            a[3] += a[0] * 267 + (a[1] >> 3) ^ 26967;
            a[0] += a[1] * 268 + (a[0] >> 4) ^ 27068;
            a[1] += a[2] * 269 + (a[3] >> 5) ^ 27169;
            a[2] += a[3] * 270 + (a[2] >> 1) ^ 27270;
            a[3] += a[0] * 271 + (a[1] >> 2) ^ 27371;
            a[0] += a[1] * 272 + (a[0] >> 3) ^ 27472;
            a[1] += a[2] * 273 + (a[3] >> 4) ^ 27573;
            a[2] += a[3] * 274 + (a[2] >> 5) ^ 27674;
            a[3] += a[0] * 275 + (a[1] >> 1) ^ 27775;
            a[0] += a[1] * 276 + (a[0] >> 2) ^ 27876;
            a[1] += a[2] * 277 + (a[3] >> 3) ^ 27977;
            a[2] += a[3] * 278 + (a[2] >> 4) ^ 28078;
            a[3] += a[0] * 279 + (a[1] >> 5) ^ 28179;
            a[0] += a[1] * 280 + (a[0] >> 1) ^ 28280;
            a[1] += a[2] * 281 + (a[3] >> 2) ^ 28381;
            a[2] += a[3] * 282 + (a[2] >> 3) ^ 28482;
            a[3] += a[0] * 283 + (a[1] >> 4) ^ 28583;
            a[0] += a[1] * 284 + (a[0] >> 5) ^ 28684;
            a[1] += a[2] * 285 + (a[3] >> 1) ^ 28785;
            a[2] += a[3] * 286 + (a[2] >> 2) ^ 28886;
            a[3] += a[0] * 287 + (a[1] >> 3) ^ 28987;
            a[0] += a[1] * 288 + (a[0] >> 4) ^ 29088;
            a[1] += a[2] * 289 + (a[3] >> 5) ^ 29189;
            a[2] += a[3] * 290 + (a[2] >> 1) ^ 29290;
            a[3] += a[0] * 291 + (a[1] >> 2) ^ 29391;
            a[0] += a[1] * 292 + (a[0] >> 3) ^ 29492;
            a[1] += a[2] * 293 + (a[3] >> 4) ^ 29593;
            a[2] += a[3] * 294 + (a[2] >> 5) ^ 29694;
            a[3] += a[0] * 295 + (a[1] >> 1) ^ 29795;
            a[0] += a[1] * 296 + (a[0] >> 2) ^ 29896;
            a[1] += a[2] * 297 + (a[3] >> 3) ^ 29997;
            a[2] += a[3] * 298 + (a[2] >> 4) ^ 30098;
            a[3] += a[0] * 299 + (a[1] >> 5) ^ 30199;
            a[0] += a[1] * 300 + (a[0] >> 1) ^ 30300;
            a[1] += a[2] * 301 + (a[3] >> 2) ^ 30401;
            a[2] += a[3] * 302 + (a[2] >> 3) ^ 30502;
            a[3] += a[0] * 303 + (a[1] >> 4) ^ 30603;
            a[0] += a[1] * 304 + (a[0] >> 5) ^ 30704;
            a[1] += a[2] * 305 + (a[3] >> 1) ^ 30805;
            a[2] += a[3] * 306 + (a[2] >> 2) ^ 30906;
            a[3] += a[0] * 307 + (a[1] >> 3) ^ 31007;
            a[0] += a[1] * 308 + (a[0] >> 4) ^ 31108;
            a[1] += a[2] * 309 + (a[3] >> 5) ^ 31209;
            a[2] += a[3] * 310 + (a[2] >> 1) ^ 31310;
            a[3] += a[0] * 311 + (a[1] >> 2) ^ 31411;
            a[0] += a[1] * 312 + (a[0] >> 3) ^ 31512;
            a[1] += a[2] * 313 + (a[3] >> 4) ^ 31613;
            a[2] += a[3] * 314 + (a[2] >> 5) ^ 31714;
            a[3] += a[0] * 315 + (a[1] >> 1) ^ 31815;
            a[0] += a[1] * 316 + (a[0] >> 2) ^ 31916;
            a[1] += a[2] * 317 + (a[3] >> 3) ^ 32017;
            a[2] += a[3] * 318 + (a[2] >> 4) ^ 32118;
            a[3] += a[0] * 319 + (a[1] >> 5) ^ 32219;
            a[0] += a[1] * 320 + (a[0] >> 1) ^ 32320;
            a[1] += a[2] * 321 + (a[3] >> 2) ^ 32421;
            a[2] += a[3] * 322 + (a[2] >> 3) ^ 32522;
            a[3] += a[0] * 323 + (a[1] >> 4) ^ 32623;
            a[0] += a[1] * 324 + (a[0] >> 5) ^ 32724;
            a[1] += a[2] * 325 + (a[3] >> 1) ^ 32825;
            a[2] += a[3] * 326 + (a[2] >> 2) ^ 32926;
            a[3] += a[0] * 327 + (a[1] >> 3) ^ 33027;
            a[0] += a[1] * 328 + (a[0] >> 4) ^ 33128;
            a[1] += a[2] * 329 + (a[3] >> 5) ^ 33229;
            a[2] += a[3] * 330 + (a[2] >> 1) ^ 33330;
            a[3] += a[0] * 331 + (a[1] >> 2) ^ 33431;
            a[0] += a[1] * 332 + (a[0] >> 3) ^ 33532;
            a[1] += a[2] * 333 + (a[3] >> 4) ^ 33633;
            a[2] += a[3] * 334 + (a[2] >> 5) ^ 33734;
            a[3] += a[0] * 335 + (a[1] >> 1) ^ 33835;
            a[0] += a[1] * 336 + (a[0] >> 2) ^ 33936;
            a[1] += a[2] * 337 + (a[3] >> 3) ^ 34037;
            a[2] += a[3] * 338 + (a[2] >> 4) ^ 34138;
            a[3] += a[0] * 339 + (a[1] >> 5) ^ 34239;
            a[0] += a[1] * 340 + (a[0] >> 1) ^ 34340;
            a[1] += a[2] * 341 + (a[3] >> 2) ^ 34441;
            a[2] += a[3] * 342 + (a[2] >> 3) ^ 34542;
            a[3] += a[0] * 343 + (a[1] >> 4) ^ 34643;
            a[0] += a[1] * 344 + (a[0] >> 5) ^ 34744;
            a[1] += a[2] * 345 + (a[3] >> 1) ^ 34845;
            a[2] += a[3] * 346 + (a[2] >> 2) ^ 34946;
            a[3] += a[0] * 347 + (a[1] >> 3) ^ 35047;
            a[0] += a[1] * 348 + (a[0] >> 4) ^ 35148;
            a[1] += a[2] * 349 + (a[3] >> 5) ^ 35249;
            a[2] += a[3] * 350 + (a[2] >> 1) ^ 35350;
            a[3] += a[0] * 351 + (a[1] >> 2) ^ 35451;
            a[0] += a[1] * 352 + (a[0] >> 3) ^ 35552;
            a[1] += a[2] * 353 + (a[3] >> 4) ^ 35653;
            a[2] += a[3] * 354 + (a[2] >> 5) ^ 35754;
            a[3] += a[0] * 355 + (a[1] >> 1) ^ 35855;
            a[0] += a[1] * 356 + (a[0] >> 2) ^ 35956;
            a[1] += a[2] * 357 + (a[3] >> 3) ^ 36057;
            a[2] += a[3] * 358 + (a[2] >> 4) ^ 36158;
            a[3] += a[0] * 359 + (a[1] >> 5) ^ 36259;
            a[0] += a[1] * 360 + (a[0] >> 1) ^ 36360;
            a[1] += a[2] * 361 + (a[3] >> 2) ^ 36461;
            a[2] += a[3] * 362 + (a[2] >> 3) ^ 36562;
            a[3] += a[0] * 363 + (a[1] >> 4) ^ 36663;
            a[0] += a[1] * 364 + (a[0] >> 5) ^ 36764;
            a[1] += a[2] * 365 + (a[3] >> 1) ^ 36865;
            a[2] += a[3] * 366 + (a[2] >> 2) ^ 36966;
            a[3] += a[0] * 367 + (a[1] >> 3) ^ 37067;
            a[0] += a[1] * 368 + (a[0] >> 4) ^ 37168;
            a[1] += a[2] * 369 + (a[3] >> 5) ^ 37269;
            a[2] += a[3] * 370 + (a[2] >> 1) ^ 37370;
            a[3] += a[0] * 371 + (a[1] >> 2) ^ 37471;
            a[0] += a[1] * 372 + (a[0] >> 3) ^ 37572;
            a[1] += a[2] * 373 + (a[3] >> 4) ^ 37673;
            a[2] += a[3] * 374 + (a[2] >> 5) ^ 37774;
            a[3] += a[0] * 375 + (a[1] >> 1) ^ 37875;
            a[3] += await(tape.value(375));
            a[0] += a[1] * 376 + (a[0] >> 2) ^ 37976;
            a[1] += a[2] * 377 + (a[3] >> 3) ^ 38077;
            a[2] += a[3] * 378 + (a[2] >> 4) ^ 38178;
            a[3] += a[0] * 379 + (a[1] >> 5) ^ 38279;
            a[0] += a[1] * 380 + (a[0] >> 1) ^ 38380;
            a[1] += a[2] * 381 + (a[3] >> 2) ^ 38481;
            a[2] += a[3] * 382 + (a[2] >> 3) ^ 38582;
            a[3] += a[0] * 383 + (a[1] >> 4) ^ 38683;
            a[0] += a[1] * 384 + (a[0] >> 5) ^ 38784;
            a[1] += a[2] * 385 + (a[3] >> 1) ^ 38885;
            a[2] += a[3] * 386 + (a[2] >> 2) ^ 38986;
            a[3] += a[0] * 387 + (a[1] >> 3) ^ 39087;
            a[0] += a[1] * 388 + (a[0] >> 4) ^ 39188;
            a[1] += a[2] * 389 + (a[3] >> 5) ^ 39289;
            a[2] += a[3] * 390 + (a[2] >> 1) ^ 39390;
            a[3] += a[0] * 391 + (a[1] >> 2) ^ 39491;
            a[0] += a[1] * 392 + (a[0] >> 3) ^ 39592;
            a[1] += a[2] * 393 + (a[3] >> 4) ^ 39693;
            a[2] += a[3] * 394 + (a[2] >> 5) ^ 39794;
            a[3] += a[0] * 395 + (a[1] >> 1) ^ 39895;
            a[0] += a[1] * 396 + (a[0] >> 2) ^ 39996;
            a[1] += a[2] * 397 + (a[3] >> 3) ^ 40097;
            a[2] += a[3] * 398 + (a[2] >> 4) ^ 40198;
            a[3] += a[0] * 399 + (a[1] >> 5) ^ 40299;
            a[0] += a[1] * 400 + (a[0] >> 1) ^ 40400;
            a[1] += a[2] * 401 + (a[3] >> 2) ^ 40501;
            a[2] += a[3] * 402 + (a[2] >> 3) ^ 40602;
            a[3] += a[0] * 403 + (a[1] >> 4) ^ 40703;
            a[0] += a[1] * 404 + (a[0] >> 5) ^ 40804;
            a[1] += a[2] * 405 + (a[3] >> 1) ^ 40905;
            a[2] += a[3] * 406 + (a[2] >> 2) ^ 41006;
            a[3] += a[0] * 407 + (a[1] >> 3) ^ 41107;
            a[0] += a[1] * 408 + (a[0] >> 4) ^ 41208;
            a[1] += a[2] * 409 + (a[3] >> 5) ^ 41309;
            a[2] += a[3] * 410 + (a[2] >> 1) ^ 41410;
            a[3] += a[0] * 411 + (a[1] >> 2) ^ 41511;
            a[0] += a[1] * 412 + (a[0] >> 3) ^ 41612;
            a[1] += a[2] * 413 + (a[3] >> 4) ^ 41713;
            a[2] += a[3] * 414 + (a[2] >> 5) ^ 41814;
            a[3] += a[0] * 415 + (a[1] >> 1) ^ 41915;
            a[0] += a[1] * 416 + (a[0] >> 2) ^ 42016;
            a[1] += a[2] * 417 + (a[3] >> 3) ^ 42117;
            a[2] += a[3] * 418 + (a[2] >> 4) ^ 42218;
            a[3] += a[0] * 419 + (a[1] >> 5) ^ 42319;
            a[0] += a[1] * 420 + (a[0] >> 1) ^ 42420;
            a[1] += a[2] * 421 + (a[3] >> 2) ^ 42521;
            a[2] += a[3] * 422 + (a[2] >> 3) ^ 42622;
            a[3] += a[0] * 423 + (a[1] >> 4) ^ 42723;
            a[0] += a[1] * 424 + (a[0] >> 5) ^ 42824;
            a[1] += a[2] * 425 + (a[3] >> 1) ^ 42925;
            a[2] += a[3] * 426 + (a[2] >> 2) ^ 43026;
            a[3] += a[0] * 427 + (a[1] >> 3) ^ 43127;
            a[0] += a[1] * 428 + (a[0] >> 4) ^ 43228;
            a[1] += a[2] * 429 + (a[3] >> 5) ^ 43329;
            a[2] += a[3] * 430 + (a[2] >> 1) ^ 43430;
            a[3] += a[0] * 431 + (a[1] >> 2) ^ 43531;
            a[0] += a[1] * 432 + (a[0] >> 3) ^ 43632;
            a[1] += a[2] * 433 + (a[3] >> 4) ^ 43733;
            a[2] += a[3] * 434 + (a[2] >> 5) ^ 43834;
            a[3] += a[0] * 435 + (a[1] >> 1) ^ 43935;
            a[0] += a[1] * 436 + (a[0] >> 2) ^ 44036;
            a[1] += a[2] * 437 + (a[3] >> 3) ^ 44137;
            a[2] += a[3] * 438 + (a[2] >> 4) ^ 44238;
            a[3] += a[0] * 439 + (a[1] >> 5) ^ 44339;
            a[0] += a[1] * 440 + (a[0] >> 1) ^ 44440;
            a[1] += a[2] * 441 + (a[3] >> 2) ^ 44541;
            a[2] += a[3] * 442 + (a[2] >> 3) ^ 44642;
            a[3] += a[0] * 443 + (a[1] >> 4) ^ 44743;
            a[0] += a[1] * 444 + (a[0] >> 5) ^ 44844;
            a[1] += a[2] * 445 + (a[3] >> 1) ^ 44945;
            a[2] += a[3] * 446 + (a[2] >> 2) ^ 45046;
            a[3] += a[0] * 447 + (a[1] >> 3) ^ 45147;
            a[0] += a[1] * 448 + (a[0] >> 4) ^ 45248;
            a[1] += a[2] * 449 + (a[3] >> 5) ^ 45349;
            a[2] += a[3] * 450 + (a[2] >> 1) ^ 45450;
            a[3] += a[0] * 451 + (a[1] >> 2) ^ 45551;
            a[0] += a[1] * 452 + (a[0] >> 3) ^ 45652;
            a[1] += a[2] * 453 + (a[3] >> 4) ^ 45753;
            a[2] += a[3] * 454 + (a[2] >> 5) ^ 45854;
            a[3] += a[0] * 455 + (a[1] >> 1) ^ 45955;
            a[0] += a[1] * 456 + (a[0] >> 2) ^ 46056;
            a[1] += a[2] * 457 + (a[3] >> 3) ^ 46157;
            a[2] += a[3] * 458 + (a[2] >> 4) ^ 46258;
            a[3] += a[0] * 459 + (a[1] >> 5) ^ 46359;
            a[0] += a[1] * 460 + (a[0] >> 1) ^ 46460;
            a[1] += a[2] * 461 + (a[3] >> 2) ^ 46561;
            a[2] += a[3] * 462 + (a[2] >> 3) ^ 46662;
            a[3] += a[0] * 463 + (a[1] >> 4) ^ 46763;
            a[0] += a[1] * 464 + (a[0] >> 5) ^ 46864;
            a[1] += a[2] * 465 + (a[3] >> 1) ^ 46965;
            a[2] += a[3] * 466 + (a[2] >> 2) ^ 47066;
            a[3] += a[0] * 467 + (a[1] >> 3) ^ 47167;
            a[0] += a[1] * 468 + (a[0] >> 4) ^ 47268;
            a[1] += a[2] * 469 + (a[3] >> 5) ^ 47369;
            a[2] += a[3] * 470 + (a[2] >> 1) ^ 47470;
            a[3] += a[0] * 471 + (a[1] >> 2) ^ 47571;
            a[0] += a[1] * 472 + (a[0] >> 3) ^ 47672;
            a[1] += a[2] * 473 + (a[3] >> 4) ^ 47773;
            a[2] += a[3] * 474 + (a[2] >> 5) ^ 47874;
            a[3] += a[0] * 475 + (a[1] >> 1) ^ 47975;
            a[0] += a[1] * 476 + (a[0] >> 2) ^ 48076;
            a[1] += a[2] * 477 + (a[3] >> 3) ^ 48177;
            a[2] += a[3] * 478 + (a[2] >> 4) ^ 48278;
            a[3] += a[0] * 479 + (a[1] >> 5) ^ 48379;
            a[0] += a[1] * 480 + (a[0] >> 1) ^ 48480;
            a[1] += a[2] * 481 + (a[3] >> 2) ^ 48581;
            a[2] += a[3] * 482 + (a[2] >> 3) ^ 48682;
            a[3] += a[0] * 483 + (a[1] >> 4) ^ 48783;
            a[0] += a[1] * 484 + (a[0] >> 5) ^ 48884;
            a[1] += a[2] * 485 + (a[3] >> 1) ^ 48985;
            a[2] += a[3] * 486 + (a[2] >> 2) ^ 49086;
            a[3] += a[0] * 487 + (a[1] >> 3) ^ 49187;
            a[0] += a[1] * 488 + (a[0] >> 4) ^ 49288;
            a[1] += a[2] * 489 + (a[3] >> 5) ^ 49389;
            a[2] += a[3] * 490 + (a[2] >> 1) ^ 49490;
            a[3] += a[0] * 491 + (a[1] >> 2) ^ 49591;
            a[0] += a[1] * 492 + (a[0] >> 3) ^ 49692;
            a[1] += a[2] * 493 + (a[3] >> 4) ^ 49793;
            a[2] += a[3] * 494 + (a[2] >> 5) ^ 49894;
            a[3] += a[0] * 495 + (a[1] >> 1) ^ 49995;
            a[0] += a[1] * 496 + (a[0] >> 2) ^ 50096;
            a[1] += a[2] * 497 + (a[3] >> 3) ^ 50197;
            a[2] += a[3] * 498 + (a[2] >> 4) ^ 50298;
            a[3] += a[0] * 499 + (a[1] >> 5) ^ 50399;
            a[0] += a[1] * 500 + (a[0] >> 1) ^ 50500;
            a[1] += a[2] * 501 + (a[3] >> 2) ^ 50601;
            a[2] += a[3] * 502 + (a[2] >> 3) ^ 50702;
            a[3] += a[0] * 503 + (a[1] >> 4) ^ 50803;
            a[0] += a[1] * 504 + (a[0] >> 5) ^ 50904;
            a[1] += a[2] * 505 + (a[3] >> 1) ^ 51005;
            a[2] += a[3] * 506 + (a[2] >> 2) ^ 51106;
            a[3] += a[0] * 507 + (a[1] >> 3) ^ 51207;
            a[0] += a[1] * 508 + (a[0] >> 4) ^ 51308;
            a[1] += a[2] * 509 + (a[3] >> 5) ^ 51409;
            a[2] += a[3] * 510 + (a[2] >> 1) ^ 51510;
            a[3] += a[0] * 511 + (a[1] >> 2) ^ 51611;
            a[0] += a[1] * 512 + (a[0] >> 3) ^ 51712;
            a[1] += a[2] * 513 + (a[3] >> 4) ^ 51813;
            a[2] += a[3] * 514 + (a[2] >> 5) ^ 51914;
            a[3] += a[0] * 515 + (a[1] >> 1) ^ 52015;
            a[0] += a[1] * 516 + (a[0] >> 2) ^ 52116;
            a[1] += a[2] * 517 + (a[3] >> 3) ^ 52217;
            a[2] += a[3] * 518 + (a[2] >> 4) ^ 52318;
            a[3] += a[0] * 519 + (a[1] >> 5) ^ 52419;
            a[0] += a[1] * 520 + (a[0] >> 1) ^ 52520;
            a[1] += a[2] * 521 + (a[3] >> 2) ^ 52621;
            a[2] += a[3] * 522 + (a[2] >> 3) ^ 52722;
            a[3] += a[0] * 523 + (a[1] >> 4) ^ 52823;
            a[0] += a[1] * 524 + (a[0] >> 5) ^ 52924;
            a[1] += a[2] * 525 + (a[3] >> 1) ^ 53025;
            a[2] += a[3] * 526 + (a[2] >> 2) ^ 53126;
            a[3] += a[0] * 527 + (a[1] >> 3) ^ 53227;
            a[0] += a[1] * 528 + (a[0] >> 4) ^ 53328;
            a[1] += a[2] * 529 + (a[3] >> 5) ^ 53429;
            a[2] += a[3] * 530 + (a[2] >> 1) ^ 53530;
            a[3] += a[0] * 531 + (a[1] >> 2) ^ 53631;
            a[0] += a[1] * 532 + (a[0] >> 3) ^ 53732;
            a[1] += a[2] * 533 + (a[3] >> 4) ^ 53833;
            a[2] += a[3] * 534 + (a[2] >> 5) ^ 53934;
            a[3] += a[0] * 535 + (a[1] >> 1) ^ 54035;
            a[0] += a[1] * 536 + (a[0] >> 2) ^ 54136;
            a[1] += a[2] * 537 + (a[3] >> 3) ^ 54237;
            a[2] += a[3] * 538 + (a[2] >> 4) ^ 54338;
            a[3] += a[0] * 539 + (a[1] >> 5) ^ 54439;
            a[0] += a[1] * 540 + (a[0] >> 1) ^ 54540;
            a[1] += a[2] * 541 + (a[3] >> 2) ^ 54641;
            a[2] += a[3] * 542 + (a[2] >> 3) ^ 54742;
            a[3] += a[0] * 543 + (a[1] >> 4) ^ 54843;
            a[0] += a[1] * 544 + (a[0] >> 5) ^ 54944;
            a[1] += a[2] * 545 + (a[3] >> 1) ^ 55045;
            a[2] += a[3] * 546 + (a[2] >> 2) ^ 55146;
            a[3] += a[0] * 547 + (a[1] >> 3) ^ 55247;
            a[0] += a[1] * 548 + (a[0] >> 4) ^ 55348;
            a[1] += a[2] * 549 + (a[3] >> 5) ^ 55449;
            a[2] += a[3] * 550 + (a[2] >> 1) ^ 55550;
            a[3] += a[0] * 551 + (a[1] >> 2) ^ 55651;
            a[0] += a[1] * 552 + (a[0] >> 3) ^ 55752;
            a[1] += a[2] * 553 + (a[3] >> 4) ^ 55853;
            a[2] += a[3] * 554 + (a[2] >> 5) ^ 55954;
            a[3] += a[0] * 555 + (a[1] >> 1) ^ 56055;
            a[0] += a[1] * 556 + (a[0] >> 2) ^ 56156;
            a[1] += a[2] * 557 + (a[3] >> 3) ^ 56257;
            a[2] += a[3] * 558 + (a[2] >> 4) ^ 56358;
            a[3] += a[0] * 559 + (a[1] >> 5) ^ 56459;
            a[0] += a[1] * 560 + (a[0] >> 1) ^ 56560;
            a[1] += a[2] * 561 + (a[3] >> 2) ^ 56661;
            a[2] += a[3] * 562 + (a[2] >> 3) ^ 56762;
            a[3] += a[0] * 563 + (a[1] >> 4) ^ 56863;
            a[0] += a[1] * 564 + (a[0] >> 5) ^ 56964;
            a[1] += a[2] * 565 + (a[3] >> 1) ^ 57065;
            a[2] += a[3] * 566 + (a[2] >> 2) ^ 57166;
            a[3] += a[0] * 567 + (a[1] >> 3) ^ 57267;
            a[0] += a[1] * 568 + (a[0] >> 4) ^ 57368;
            a[1] += a[2] * 569 + (a[3] >> 5) ^ 57469;
            a[2] += a[3] * 570 + (a[2] >> 1) ^ 57570;
            a[3] += a[0] * 571 + (a[1] >> 2) ^ 57671;
            a[0] += a[1] * 572 + (a[0] >> 3) ^ 57772;
            a[1] += a[2] * 573 + (a[3] >> 4) ^ 57873;
            a[2] += a[3] * 574 + (a[2] >> 5) ^ 57974;
            a[3] += a[0] * 575 + (a[1] >> 1) ^ 58075;
            a[0] += a[1] * 576 + (a[0] >> 2) ^ 58176;
            a[1] += a[2] * 577 + (a[3] >> 3) ^ 58277;
            a[2] += a[3] * 578 + (a[2] >> 4) ^ 58378;
            a[3] += a[0] * 579 + (a[1] >> 5) ^ 58479;
            a[0] += a[1] * 580 + (a[0] >> 1) ^ 58580;
            a[1] += a[2] * 581 + (a[3] >> 2) ^ 58681;
            a[2] += a[3] * 582 + (a[2] >> 3) ^ 58782;
            a[3] += a[0] * 583 + (a[1] >> 4) ^ 58883;
            a[0] += a[1] * 584 + (a[0] >> 5) ^ 58984;
            a[1] += a[2] * 585 + (a[3] >> 1) ^ 59085;
            a[2] += a[3] * 586 + (a[2] >> 2) ^ 59186;
            a[3] += a[0] * 587 + (a[1] >> 3) ^ 59287;
            a[0] += a[1] * 588 + (a[0] >> 4) ^ 59388;
            a[1] += a[2] * 589 + (a[3] >> 5) ^ 59489;
            a[2] += a[3] * 590 + (a[2] >> 1) ^ 59590;
            a[3] += a[0] * 591 + (a[1] >> 2) ^ 59691;
            a[0] += a[1] * 592 + (a[0] >> 3) ^ 59792;
            a[1] += a[2] * 593 + (a[3] >> 4) ^ 59893;
            a[2] += a[3] * 594 + (a[2] >> 5) ^ 59994;
            a[3] += a[0] * 595 + (a[1] >> 1) ^ 60095;
            a[0] += a[1] * 596 + (a[0] >> 2) ^ 60196;
            a[1] += a[2] * 597 + (a[3] >> 3) ^ 60297;
            a[2] += a[3] * 598 + (a[2] >> 4) ^ 60398;
            a[3] += a[0] * 599 + (a[1] >> 5) ^ 60499;
            a[0] += a[1] * 600 + (a[0] >> 1) ^ 60600;
            a[1] += a[2] * 601 + (a[3] >> 2) ^ 60701;
            a[2] += a[3] * 602 + (a[2] >> 3) ^ 60802;
            a[3] += a[0] * 603 + (a[1] >> 4) ^ 60903;
            a[0] += a[1] * 604 + (a[0] >> 5) ^ 61004;
            a[1] += a[2] * 605 + (a[3] >> 1) ^ 61105;
            a[2] += a[3] * 606 + (a[2] >> 2) ^ 61206;
            a[3] += a[0] * 607 + (a[1] >> 3) ^ 61307;
            a[0] += a[1] * 608 + (a[0] >> 4) ^ 61408;
            a[1] += a[2] * 609 + (a[3] >> 5) ^ 61509;
            a[2] += a[3] * 610 + (a[2] >> 1) ^ 61610;
            a[3] += a[0] * 611 + (a[1] >> 2) ^ 61711;
            a[0] += a[1] * 612 + (a[0] >> 3) ^ 61812;
            a[1] += a[2] * 613 + (a[3] >> 4) ^ 61913;
            a[2] += a[3] * 614 + (a[2] >> 5) ^ 62014;
            a[3] += a[0] * 615 + (a[1] >> 1) ^ 62115;
            a[0] += a[1] * 616 + (a[0] >> 2) ^ 62216;
            a[1] += a[2] * 617 + (a[3] >> 3) ^ 62317;
            a[2] += a[3] * 618 + (a[2] >> 4) ^ 62418;
            a[3] += a[0] * 619 + (a[1] >> 5) ^ 62519;
            a[0] += a[1] * 620 + (a[0] >> 1) ^ 62620;
            a[1] += a[2] * 621 + (a[3] >> 2) ^ 62721;
            a[2] += a[3] * 622 + (a[2] >> 3) ^ 62822;
            a[3] += a[0] * 623 + (a[1] >> 4) ^ 62923;
            a[0] += a[1] * 624 + (a[0] >> 5) ^ 63024;
            a[1] += a[2] * 625 + (a[3] >> 1) ^ 63125;
            a[2] += a[3] * 626 + (a[2] >> 2) ^ 63226;
            a[3] += a[0] * 627 + (a[1] >> 3) ^ 63327;
            a[0] += a[1] * 628 + (a[0] >> 4) ^ 63428;
            a[1] += a[2] * 629 + (a[3] >> 5) ^ 63529;
            a[2] += a[3] * 630 + (a[2] >> 1) ^ 63630;
            a[3] += a[0] * 631 + (a[1] >> 2) ^ 63731;
            a[0] += a[1] * 632 + (a[0] >> 3) ^ 63832;
            a[1] += a[2] * 633 + (a[3] >> 4) ^ 63933;
            a[2] += a[3] * 634 + (a[2] >> 5) ^ 64034;
            a[3] += a[0] * 635 + (a[1] >> 1) ^ 64135;
            a[0] += a[1] * 636 + (a[0] >> 2) ^ 64236;
            a[1] += a[2] * 637 + (a[3] >> 3) ^ 64337;
            a[2] += a[3] * 638 + (a[2] >> 4) ^ 64438;
            a[3] += a[0] * 639 + (a[1] >> 5) ^ 64539;
            a[0] += a[1] * 640 + (a[0] >> 1) ^ 64640;
            a[1] += a[2] * 641 + (a[3] >> 2) ^ 64741;
            a[2] += a[3] * 642 + (a[2] >> 3) ^ 64842;
            a[3] += a[0] * 643 + (a[1] >> 4) ^ 64943;
            a[0] += a[1] * 644 + (a[0] >> 5) ^ 65044;
            a[1] += a[2] * 645 + (a[3] >> 1) ^ 65145;
            a[2] += a[3] * 646 + (a[2] >> 2) ^ 65246;
            a[3] += a[0] * 647 + (a[1] >> 3) ^ 65347;
            a[0] += a[1] * 648 + (a[0] >> 4) ^ 65448;
            a[1] += a[2] * 649 + (a[3] >> 5) ^ 65549;
            a[2] += a[3] * 650 + (a[2] >> 1) ^ 65650;
            a[2] += await(tape.value(650));
            a[3] += a[0] * 651 + (a[1] >> 2) ^ 65751;
            a[0] += a[1] * 652 + (a[0] >> 3) ^ 65852;
            a[1] += a[2] * 653 + (a[3] >> 4) ^ 65953;
            a[2] += a[3] * 654 + (a[2] >> 5) ^ 66054;
            a[3] += a[0] * 655 + (a[1] >> 1) ^ 66155;
            a[0] += a[1] * 656 + (a[0] >> 2) ^ 66256;
            a[1] += a[2] * 657 + (a[3] >> 3) ^ 66357;
            a[2] += a[3] * 658 + (a[2] >> 4) ^ 66458;
            a[3] += a[0] * 659 + (a[1] >> 5) ^ 66559;
            a[0] += a[1] * 660 + (a[0] >> 1) ^ 66660;
            a[1] += a[2] * 661 + (a[3] >> 2) ^ 66761;
            a[2] += a[3] * 662 + (a[2] >> 3) ^ 66862;
            a[3] += a[0] * 663 + (a[1] >> 4) ^ 66963;
            a[0] += a[1] * 664 + (a[0] >> 5) ^ 67064;
            a[1] += a[2] * 665 + (a[3] >> 1) ^ 67165;
            a[2] += a[3] * 666 + (a[2] >> 2) ^ 67266;
            a[3] += a[0] * 667 + (a[1] >> 3) ^ 67367;
            a[0] += a[1] * 668 + (a[0] >> 4) ^ 67468;
            a[1] += a[2] * 669 + (a[3] >> 5) ^ 67569;
            a[2] += a[3] * 670 + (a[2] >> 1) ^ 67670;
            a[3] += a[0] * 671 + (a[1] >> 2) ^ 67771;
            a[0] += a[1] * 672 + (a[0] >> 3) ^ 67872;
            a[1] += a[2] * 673 + (a[3] >> 4) ^ 67973;
            a[2] += a[3] * 674 + (a[2] >> 5) ^ 68074;
            a[3] += a[0] * 675 + (a[1] >> 1) ^ 68175;
            a[0] += a[1] * 676 + (a[0] >> 2) ^ 68276;
            a[1] += a[2] * 677 + (a[3] >> 3) ^ 68377;
            a[2] += a[3] * 678 + (a[2] >> 4) ^ 68478;
            a[3] += a[0] * 679 + (a[1] >> 5) ^ 68579;
            a[0] += a[1] * 680 + (a[0] >> 1) ^ 68680;
            a[1] += a[2] * 681 + (a[3] >> 2) ^ 68781;
            a[2] += a[3] * 682 + (a[2] >> 3) ^ 68882;
            a[3] += a[0] * 683 + (a[1] >> 4) ^ 68983;
            a[0] += a[1] * 684 + (a[0] >> 5) ^ 69084;
            a[1] += a[2] * 685 + (a[3] >> 1) ^ 69185;
            a[2] += a[3] * 686 + (a[2] >> 2) ^ 69286;
            a[3] += a[0] * 687 + (a[1] >> 3) ^ 69387;
            a[0] += a[1] * 688 + (a[0] >> 4) ^ 69488;
            a[1] += a[2] * 689 + (a[3] >> 5) ^ 69589;
            a[2] += a[3] * 690 + (a[2] >> 1) ^ 69690;
            a[3] += a[0] * 691 + (a[1] >> 2) ^ 69791;
            a[0] += a[1] * 692 + (a[0] >> 3) ^ 69892;
            a[1] += a[2] * 693 + (a[3] >> 4) ^ 69993;
            a[2] += a[3] * 694 + (a[2] >> 5) ^ 70094;
            a[3] += a[0] * 695 + (a[1] >> 1) ^ 70195;
            a[0] += a[1] * 696 + (a[0] >> 2) ^ 70296;
            a[1] += a[2] * 697 + (a[3] >> 3) ^ 70397;
            a[2] += a[3] * 698 + (a[2] >> 4) ^ 70498;
            a[3] += a[0] * 699 + (a[1] >> 5) ^ 70599;
            a[0] += a[1] * 700 + (a[0] >> 1) ^ 70700;
            a[1] += a[2] * 701 + (a[3] >> 2) ^ 70801;
            a[2] += a[3] * 702 + (a[2] >> 3) ^ 70902;
            a[3] += a[0] * 703 + (a[1] >> 4) ^ 71003;
            a[0] += a[1] * 704 + (a[0] >> 5) ^ 71104;
            a[1] += a[2] * 705 + (a[3] >> 1) ^ 71205;
            a[2] += a[3] * 706 + (a[2] >> 2) ^ 71306;
            a[3] += a[0] * 707 + (a[1] >> 3) ^ 71407;
            a[0] += a[1] * 708 + (a[0] >> 4) ^ 71508;
            a[1] += a[2] * 709 + (a[3] >> 5) ^ 71609;
            a[2] += a[3] * 710 + (a[2] >> 1) ^ 71710;
            a[3] += a[0] * 711 + (a[1] >> 2) ^ 71811;
            a[0] += a[1] * 712 + (a[0] >> 3) ^ 71912;
            a[1] += a[2] * 713 + (a[3] >> 4) ^ 72013;
            a[2] += a[3] * 714 + (a[2] >> 5) ^ 72114;
            a[3] += a[0] * 715 + (a[1] >> 1) ^ 72215;
            a[0] += a[1] * 716 + (a[0] >> 2) ^ 72316;
            a[1] += a[2] * 717 + (a[3] >> 3) ^ 72417;
            a[2] += a[3] * 718 + (a[2] >> 4) ^ 72518;
            a[3] += a[0] * 719 + (a[1] >> 5) ^ 72619;
            a[0] += a[1] * 720 + (a[0] >> 1) ^ 72720;
            a[1] += a[2] * 721 + (a[3] >> 2) ^ 72821;
            a[2] += a[3] * 722 + (a[2] >> 3) ^ 72922;
            a[3] += a[0] * 723 + (a[1] >> 4) ^ 73023;
            a[0] += a[1] * 724 + (a[0] >> 5) ^ 73124;
            a[1] += a[2] * 725 + (a[3] >> 1) ^ 73225;
            a[2] += a[3] * 726 + (a[2] >> 2) ^ 73326;
            a[3] += a[0] * 727 + (a[1] >> 3) ^ 73427;
            a[0] += a[1] * 728 + (a[0] >> 4) ^ 73528;
            a[1] += a[2] * 729 + (a[3] >> 5) ^ 73629;
            a[2] += a[3] * 730 + (a[2] >> 1) ^ 73730;
            a[3] += a[0] * 731 + (a[1] >> 2) ^ 73831;
            a[0] += a[1] * 732 + (a[0] >> 3) ^ 73932;
            a[1] += a[2] * 733 + (a[3] >> 4) ^ 74033;
            a[2] += a[3] * 734 + (a[2] >> 5) ^ 74134;
            a[3] += a[0] * 735 + (a[1] >> 1) ^ 74235;
            a[0] += a[1] * 736 + (a[0] >> 2) ^ 74336;
            a[1] += a[2] * 737 + (a[3] >> 3) ^ 74437;
            a[2] += a[3] * 738 + (a[2] >> 4) ^ 74538;
            a[3] += a[0] * 739 + (a[1] >> 5) ^ 74639;
            a[0] += a[1] * 740 + (a[0] >> 1) ^ 74740;
            a[1] += a[2] * 741 + (a[3] >> 2) ^ 74841;
            a[2] += a[3] * 742 + (a[2] >> 3) ^ 74942;
            a[3] += a[0] * 743 + (a[1] >> 4) ^ 75043;
            a[0] += a[1] * 744 + (a[0] >> 5) ^ 75144;
            a[1] += a[2] * 745 + (a[3] >> 1) ^ 75245;
            a[2] += a[3] * 746 + (a[2] >> 2) ^ 75346;
            a[3] += a[0] * 747 + (a[1] >> 3) ^ 75447;
            a[0] += a[1] * 748 + (a[0] >> 4) ^ 75548;
            a[1] += a[2] * 749 + (a[3] >> 5) ^ 75649;
            a[2] += a[3] * 750 + (a[2] >> 1) ^ 75750;
            a[3] += a[0] * 751 + (a[1] >> 2) ^ 75851;
            a[0] += a[1] * 752 + (a[0] >> 3) ^ 75952;
            a[1] += a[2] * 753 + (a[3] >> 4) ^ 76053;
            a[2] += a[3] * 754 + (a[2] >> 5) ^ 76154;
            a[3] += a[0] * 755 + (a[1] >> 1) ^ 76255;
            a[0] += a[1] * 756 + (a[0] >> 2) ^ 76356;
            a[1] += a[2] * 757 + (a[3] >> 3) ^ 76457;
            a[2] += a[3] * 758 + (a[2] >> 4) ^ 76558;
            a[3] += a[0] * 759 + (a[1] >> 5) ^ 76659;
            a[0] += a[1] * 760 + (a[0] >> 1) ^ 76760;
            a[1] += a[2] * 761 + (a[3] >> 2) ^ 76861;
            a[2] += a[3] * 762 + (a[2] >> 3) ^ 76962;
            a[3] += a[0] * 763 + (a[1] >> 4) ^ 77063;
            a[0] += a[1] * 764 + (a[0] >> 5) ^ 77164;
            a[1] += a[2] * 765 + (a[3] >> 1) ^ 77265;
            a[2] += a[3] * 766 + (a[2] >> 2) ^ 77366;
            a[3] += a[0] * 767 + (a[1] >> 3) ^ 77467;
            a[0] += a[1] * 768 + (a[0] >> 4) ^ 77568;
            a[1] += a[2] * 769 + (a[3] >> 5) ^ 77669;
            a[2] += a[3] * 770 + (a[2] >> 1) ^ 77770;
            a[3] += a[0] * 771 + (a[1] >> 2) ^ 77871;
            a[0] += a[1] * 772 + (a[0] >> 3) ^ 77972;
            a[1] += a[2] * 773 + (a[3] >> 4) ^ 78073;
            a[2] += a[3] * 774 + (a[2] >> 5) ^ 78174;
            a[3] += a[0] * 775 + (a[1] >> 1) ^ 78275;
            a[0] += a[1] * 776 + (a[0] >> 2) ^ 78376;
            a[1] += a[2] * 777 + (a[3] >> 3) ^ 78477;
            a[2] += a[3] * 778 + (a[2] >> 4) ^ 78578;
            a[3] += a[0] * 779 + (a[1] >> 5) ^ 78679;
            a[0] += a[1] * 780 + (a[0] >> 1) ^ 78780;
            a[1] += a[2] * 781 + (a[3] >> 2) ^ 78881;
            a[2] += a[3] * 782 + (a[2] >> 3) ^ 78982;
            a[3] += a[0] * 783 + (a[1] >> 4) ^ 79083;
            a[0] += a[1] * 784 + (a[0] >> 5) ^ 79184;
            a[1] += a[2] * 785 + (a[3] >> 1) ^ 79285;
            a[2] += a[3] * 786 + (a[2] >> 2) ^ 79386;
            a[3] += a[0] * 787 + (a[1] >> 3) ^ 79487;
            a[0] += a[1] * 788 + (a[0] >> 4) ^ 79588;
            a[1] += a[2] * 789 + (a[3] >> 5) ^ 79689;
            a[2] += a[3] * 790 + (a[2] >> 1) ^ 79790;
            a[3] += a[0] * 791 + (a[1] >> 2) ^ 79891;
            a[0] += a[1] * 792 + (a[0] >> 3) ^ 79992;
            a[1] += a[2] * 793 + (a[3] >> 4) ^ 80093;
            a[2] += a[3] * 794 + (a[2] >> 5) ^ 80194;
            a[3] += a[0] * 795 + (a[1] >> 1) ^ 80295;
            a[0] += a[1] * 796 + (a[0] >> 2) ^ 80396;
            a[1] += a[2] * 797 + (a[3] >> 3) ^ 80497;
            a[2] += a[3] * 798 + (a[2] >> 4) ^ 80598;
            a[3] += a[0] * 799 + (a[1] >> 5) ^ 80699;
            a[0] += a[1] * 800 + (a[0] >> 1) ^ 80800;
            a[1] += a[2] * 801 + (a[3] >> 2) ^ 80901;
            a[2] += a[3] * 802 + (a[2] >> 3) ^ 81002;
            a[3] += a[0] * 803 + (a[1] >> 4) ^ 81103;
            a[0] += a[1] * 804 + (a[0] >> 5) ^ 81204;
            a[1] += a[2] * 805 + (a[3] >> 1) ^ 81305;
            a[2] += a[3] * 806 + (a[2] >> 2) ^ 81406;
            a[3] += a[0] * 807 + (a[1] >> 3) ^ 81507;
            a[0] += a[1] * 808 + (a[0] >> 4) ^ 81608;
            a[1] += a[2] * 809 + (a[3] >> 5) ^ 81709;
            a[2] += a[3] * 810 + (a[2] >> 1) ^ 81810;
            a[3] += a[0] * 811 + (a[1] >> 2) ^ 81911;
            a[0] += a[1] * 812 + (a[0] >> 3) ^ 82012;
            a[1] += a[2] * 813 + (a[3] >> 4) ^ 82113;
            a[2] += a[3] * 814 + (a[2] >> 5) ^ 82214;
            a[3] += a[0] * 815 + (a[1] >> 1) ^ 82315;
            a[0] += a[1] * 816 + (a[0] >> 2) ^ 82416;
            a[1] += a[2] * 817 + (a[3] >> 3) ^ 82517;
            a[2] += a[3] * 818 + (a[2] >> 4) ^ 82618;
            a[3] += a[0] * 819 + (a[1] >> 5) ^ 82719;
            a[0] += a[1] * 820 + (a[0] >> 1) ^ 82820;
            a[1] += a[2] * 821 + (a[3] >> 2) ^ 82921;
            a[2] += a[3] * 822 + (a[2] >> 3) ^ 83022;
            a[3] += a[0] * 823 + (a[1] >> 4) ^ 83123;
            a[0] += a[1] * 824 + (a[0] >> 5) ^ 83224;
            a[1] += a[2] * 825 + (a[3] >> 1) ^ 83325;
            a[2] += a[3] * 826 + (a[2] >> 2) ^ 83426;
            a[3] += a[0] * 827 + (a[1] >> 3) ^ 83527;
            a[0] += a[1] * 828 + (a[0] >> 4) ^ 83628;
            a[1] += a[2] * 829 + (a[3] >> 5) ^ 83729;
            a[2] += a[3] * 830 + (a[2] >> 1) ^ 83830;
            a[3] += a[0] * 831 + (a[1] >> 2) ^ 83931;
            a[0] += a[1] * 832 + (a[0] >> 3) ^ 84032;
            a[1] += a[2] * 833 + (a[3] >> 4) ^ 84133;
            a[2] += a[3] * 834 + (a[2] >> 5) ^ 84234;
            a[3] += a[0] * 835 + (a[1] >> 1) ^ 84335;
            a[0] += a[1] * 836 + (a[0] >> 2) ^ 84436;
            a[1] += a[2] * 837 + (a[3] >> 3) ^ 84537;
            a[2] += a[3] * 838 + (a[2] >> 4) ^ 84638;
            a[3] += a[0] * 839 + (a[1] >> 5) ^ 84739;
            a[0] += a[1] * 840 + (a[0] >> 1) ^ 84840;
            a[1] += a[2] * 841 + (a[3] >> 2) ^ 84941;
            a[2] += a[3] * 842 + (a[2] >> 3) ^ 85042;
            a[3] += a[0] * 843 + (a[1] >> 4) ^ 85143;
            a[0] += a[1] * 844 + (a[0] >> 5) ^ 85244;
            a[1] += a[2] * 845 + (a[3] >> 1) ^ 85345;
            a[2] += a[3] * 846 + (a[2] >> 2) ^ 85446;
            a[3] += a[0] * 847 + (a[1] >> 3) ^ 85547;
            a[0] += a[1] * 848 + (a[0] >> 4) ^ 85648;
            a[1] += a[2] * 849 + (a[3] >> 5) ^ 85749;
            a[2] += a[3] * 850 + (a[2] >> 1) ^ 85850;
            a[3] += a[0] * 851 + (a[1] >> 2) ^ 85951;
            a[0] += a[1] * 852 + (a[0] >> 3) ^ 86052;
            a[1] += a[2] * 853 + (a[3] >> 4) ^ 86153;
            a[2] += a[3] * 854 + (a[2] >> 5) ^ 86254;
            a[3] += a[0] * 855 + (a[1] >> 1) ^ 86355;
            a[0] += a[1] * 856 + (a[0] >> 2) ^ 86456;
            a[1] += a[2] * 857 + (a[3] >> 3) ^ 86557;
            a[2] += a[3] * 858 + (a[2] >> 4) ^ 86658;
            a[3] += a[0] * 859 + (a[1] >> 5) ^ 86759;
            a[0] += a[1] * 860 + (a[0] >> 1) ^ 86860;
            a[1] += a[2] * 861 + (a[3] >> 2) ^ 86961;
            a[2] += a[3] * 862 + (a[2] >> 3) ^ 87062;
            a[3] += a[0] * 863 + (a[1] >> 4) ^ 87163;
            a[0] += a[1] * 864 + (a[0] >> 5) ^ 87264;
            a[1] += a[2] * 865 + (a[3] >> 1) ^ 87365;
            a[2] += a[3] * 866 + (a[2] >> 2) ^ 87466;
            a[3] += a[0] * 867 + (a[1] >> 3) ^ 87567;
            a[0] += a[1] * 868 + (a[0] >> 4) ^ 87668;
            a[1] += a[2] * 869 + (a[3] >> 5) ^ 87769;
            a[2] += a[3] * 870 + (a[2] >> 1) ^ 87870;
            a[3] += a[0] * 871 + (a[1] >> 2) ^ 87971;
            a[0] += a[1] * 872 + (a[0] >> 3) ^ 88072;
            a[1] += a[2] * 873 + (a[3] >> 4) ^ 88173;
            a[2] += a[3] * 874 + (a[2] >> 5) ^ 88274;
            a[3] += a[0] * 875 + (a[1] >> 1) ^ 88375;
            a[0] += a[1] * 876 + (a[0] >> 2) ^ 88476;
            a[1] += a[2] * 877 + (a[3] >> 3) ^ 88577;
            a[2] += a[3] * 878 + (a[2] >> 4) ^ 88678;
            a[3] += a[0] * 879 + (a[1] >> 5) ^ 88779;
            a[0] += a[1] * 880 + (a[0] >> 1) ^ 88880;
            a[1] += a[2] * 881 + (a[3] >> 2) ^ 88981;
            a[2] += a[3] * 882 + (a[2] >> 3) ^ 89082;
            a[3] += a[0] * 883 + (a[1] >> 4) ^ 89183;
            a[0] += a[1] * 884 + (a[0] >> 5) ^ 89284;
            a[1] += a[2] * 885 + (a[3] >> 1) ^ 89385;
            a[2] += a[3] * 886 + (a[2] >> 2) ^ 89486;
            a[3] += a[0] * 887 + (a[1] >> 3) ^ 89587;
            a[0] += a[1] * 888 + (a[0] >> 4) ^ 89688;
            a[1] += a[2] * 889 + (a[3] >> 5) ^ 89789;
            a[2] += a[3] * 890 + (a[2] >> 1) ^ 89890;
            a[3] += a[0] * 891 + (a[1] >> 2) ^ 89991;
            a[0] += a[1] * 892 + (a[0] >> 3) ^ 90092;
            a[1] += a[2] * 893 + (a[3] >> 4) ^ 90193;
            a[2] += a[3] * 894 + (a[2] >> 5) ^ 90294;
            a[3] += a[0] * 895 + (a[1] >> 1) ^ 90395;
            a[0] += a[1] * 896 + (a[0] >> 2) ^ 90496;
            a[1] += a[2] * 897 + (a[3] >> 3) ^ 90597;
            a[2] += a[3] * 898 + (a[2] >> 4) ^ 90698;
            a[3] += a[0] * 899 + (a[1] >> 5) ^ 90799;
            a[0] += a[1] * 900 + (a[0] >> 1) ^ 90900;
            a[1] += a[2] * 901 + (a[3] >> 2) ^ 91001;
            a[2] += a[3] * 902 + (a[2] >> 3) ^ 91102;
            a[3] += a[0] * 903 + (a[1] >> 4) ^ 91203;
            a[0] += a[1] * 904 + (a[0] >> 5) ^ 91304;
            a[1] += a[2] * 905 + (a[3] >> 1) ^ 91405;
            a[2] += a[3] * 906 + (a[2] >> 2) ^ 91506;
            a[3] += a[0] * 907 + (a[1] >> 3) ^ 91607;
            a[0] += a[1] * 908 + (a[0] >> 4) ^ 91708;
            a[1] += a[2] * 909 + (a[3] >> 5) ^ 91809;
            a[2] += a[3] * 910 + (a[2] >> 1) ^ 91910;
            a[3] += a[0] * 911 + (a[1] >> 2) ^ 92011;
            a[0] += a[1] * 912 + (a[0] >> 3) ^ 92112;
            a[1] += a[2] * 913 + (a[3] >> 4) ^ 92213;
            a[2] += a[3] * 914 + (a[2] >> 5) ^ 92314;
            a[3] += a[0] * 915 + (a[1] >> 1) ^ 92415;
            a[0] += a[1] * 916 + (a[0] >> 2) ^ 92516;
            a[1] += a[2] * 917 + (a[3] >> 3) ^ 92617;
            a[2] += a[3] * 918 + (a[2] >> 4) ^ 92718;
            a[3] += a[0] * 919 + (a[1] >> 5) ^ 92819;
            a[0] += a[1] * 920 + (a[0] >> 1) ^ 92920;
            a[1] += a[2] * 921 + (a[3] >> 2) ^ 93021;
            a[2] += a[3] * 922 + (a[2] >> 3) ^ 93122;
            a[3] += a[0] * 923 + (a[1] >> 4) ^ 93223;
            a[0] += a[1] * 924 + (a[0] >> 5) ^ 93324;
            a[1] += a[2] * 925 + (a[3] >> 1) ^ 93425;
            a[1] += await(tape.value(925));
            a[2] += a[3] * 926 + (a[2] >> 2) ^ 93526;
            a[3] += a[0] * 927 + (a[1] >> 3) ^ 93627;
            a[0] += a[1] * 928 + (a[0] >> 4) ^ 93728;
            a[1] += a[2] * 929 + (a[3] >> 5) ^ 93829;
            a[2] += a[3] * 930 + (a[2] >> 1) ^ 93930;
            a[3] += a[0] * 931 + (a[1] >> 2) ^ 94031;
            a[0] += a[1] * 932 + (a[0] >> 3) ^ 94132;
            a[1] += a[2] * 933 + (a[3] >> 4) ^ 94233;
            a[2] += a[3] * 934 + (a[2] >> 5) ^ 94334;
            a[3] += a[0] * 935 + (a[1] >> 1) ^ 94435;
            a[0] += a[1] * 936 + (a[0] >> 2) ^ 94536;
            a[1] += a[2] * 937 + (a[3] >> 3) ^ 94637;
            a[2] += a[3] * 938 + (a[2] >> 4) ^ 94738;
            a[3] += a[0] * 939 + (a[1] >> 5) ^ 94839;
            a[0] += a[1] * 940 + (a[0] >> 1) ^ 94940;
            a[1] += a[2] * 941 + (a[3] >> 2) ^ 95041;
            a[2] += a[3] * 942 + (a[2] >> 3) ^ 95142;
            a[3] += a[0] * 943 + (a[1] >> 4) ^ 95243;
            a[0] += a[1] * 944 + (a[0] >> 5) ^ 95344;
            a[1] += a[2] * 945 + (a[3] >> 1) ^ 95445;
            a[2] += a[3] * 946 + (a[2] >> 2) ^ 95546;
            a[3] += a[0] * 947 + (a[1] >> 3) ^ 95647;
            a[0] += a[1] * 948 + (a[0] >> 4) ^ 95748;
            a[1] += a[2] * 949 + (a[3] >> 5) ^ 95849;
            a[2] += a[3] * 950 + (a[2] >> 1) ^ 95950;
            a[3] += a[0] * 951 + (a[1] >> 2) ^ 96051;
            a[0] += a[1] * 952 + (a[0] >> 3) ^ 96152;
            a[1] += a[2] * 953 + (a[3] >> 4) ^ 96253;
            a[2] += a[3] * 954 + (a[2] >> 5) ^ 96354;
            a[3] += a[0] * 955 + (a[1] >> 1) ^ 96455;
            a[0] += a[1] * 956 + (a[0] >> 2) ^ 96556;
            a[1] += a[2] * 957 + (a[3] >> 3) ^ 96657;
            a[2] += a[3] * 958 + (a[2] >> 4) ^ 96758;
            a[3] += a[0] * 959 + (a[1] >> 5) ^ 96859;
            a[0] += a[1] * 960 + (a[0] >> 1) ^ 96960;
            a[1] += a[2] * 961 + (a[3] >> 2) ^ 97061;
            a[2] += a[3] * 962 + (a[2] >> 3) ^ 97162;
            a[3] += a[0] * 963 + (a[1] >> 4) ^ 97263;
            a[0] += a[1] * 964 + (a[0] >> 5) ^ 97364;
            a[1] += a[2] * 965 + (a[3] >> 1) ^ 97465;
            a[2] += a[3] * 966 + (a[2] >> 2) ^ 97566;
            a[3] += a[0] * 967 + (a[1] >> 3) ^ 97667;
            a[0] += a[1] * 968 + (a[0] >> 4) ^ 97768;
            a[1] += a[2] * 969 + (a[3] >> 5) ^ 97869;
            a[2] += a[3] * 970 + (a[2] >> 1) ^ 97970;
            a[3] += a[0] * 971 + (a[1] >> 2) ^ 98071;
            a[0] += a[1] * 972 + (a[0] >> 3) ^ 98172;
            a[1] += a[2] * 973 + (a[3] >> 4) ^ 98273;
            a[2] += a[3] * 974 + (a[2] >> 5) ^ 98374;
            a[3] += a[0] * 975 + (a[1] >> 1) ^ 98475;
            a[0] += a[1] * 976 + (a[0] >> 2) ^ 98576;
            a[1] += a[2] * 977 + (a[3] >> 3) ^ 98677;
            a[2] += a[3] * 978 + (a[2] >> 4) ^ 98778;
            a[3] += a[0] * 979 + (a[1] >> 5) ^ 98879;
            a[0] += a[1] * 980 + (a[0] >> 1) ^ 98980;
            a[1] += a[2] * 981 + (a[3] >> 2) ^ 99081;
            a[2] += a[3] * 982 + (a[2] >> 3) ^ 99182;
            a[3] += a[0] * 983 + (a[1] >> 4) ^ 99283;
            a[0] += a[1] * 984 + (a[0] >> 5) ^ 99384;
            a[1] += a[2] * 985 + (a[3] >> 1) ^ 99485;
            a[2] += a[3] * 986 + (a[2] >> 2) ^ 99586;
            a[3] += a[0] * 987 + (a[1] >> 3) ^ 99687;
            a[0] += a[1] * 988 + (a[0] >> 4) ^ 99788;
            a[1] += a[2] * 989 + (a[3] >> 5) ^ 99889;
            a[2] += a[3] * 990 + (a[2] >> 1) ^ 99990;
            a[3] += a[0] * 991 + (a[1] >> 2) ^ 100091;
            a[0] += a[1] * 992 + (a[0] >> 3) ^ 100192;
            a[1] += a[2] * 993 + (a[3] >> 4) ^ 100293;
            a[2] += a[3] * 994 + (a[2] >> 5) ^ 100394;
            a[3] += a[0] * 995 + (a[1] >> 1) ^ 100495;
            a[0] += a[1] * 996 + (a[0] >> 2) ^ 100596;
            a[1] += a[2] * 997 + (a[3] >> 3) ^ 100697;
            a[2] += a[3] * 998 + (a[2] >> 4) ^ 100798;
            a[3] += a[0] * 999 + (a[1] >> 5) ^ 100899;
            a[0] += a[1] * 1000 + (a[0] >> 1) ^ 101000;
            a[1] += a[2] * 1001 + (a[3] >> 2) ^ 101101;
            a[2] += a[3] * 1002 + (a[2] >> 3) ^ 101202;
            a[3] += a[0] * 1003 + (a[1] >> 4) ^ 101303;
            a[0] += a[1] * 1004 + (a[0] >> 5) ^ 101404;
            a[1] += a[2] * 1005 + (a[3] >> 1) ^ 101505;
            a[2] += a[3] * 1006 + (a[2] >> 2) ^ 101606;
            a[3] += a[0] * 1007 + (a[1] >> 3) ^ 101707;
            a[0] += a[1] * 1008 + (a[0] >> 4) ^ 101808;
            a[1] += a[2] * 1009 + (a[3] >> 5) ^ 101909;
            a[2] += a[3] * 1010 + (a[2] >> 1) ^ 102010;
            a[3] += a[0] * 1011 + (a[1] >> 2) ^ 102111;
            a[0] += a[1] * 1012 + (a[0] >> 3) ^ 102212;
            a[1] += a[2] * 1013 + (a[3] >> 4) ^ 102313;
            a[2] += a[3] * 1014 + (a[2] >> 5) ^ 102414;
            a[3] += a[0] * 1015 + (a[1] >> 1) ^ 102515;
            a[0] += a[1] * 1016 + (a[0] >> 2) ^ 102616;
            a[1] += a[2] * 1017 + (a[3] >> 3) ^ 102717;
            a[2] += a[3] * 1018 + (a[2] >> 4) ^ 102818;
            a[3] += a[0] * 1019 + (a[1] >> 5) ^ 102919;
            a[0] += a[1] * 1020 + (a[0] >> 1) ^ 103020;
            a[1] += a[2] * 1021 + (a[3] >> 2) ^ 103121;
            a[2] += a[3] * 1022 + (a[2] >> 3) ^ 103222;
            a[3] += a[0] * 1023 + (a[1] >> 4) ^ 103323;
            a[0] += a[1] * 1024 + (a[0] >> 5) ^ 103424;
            a[1] += a[2] * 1025 + (a[3] >> 1) ^ 103525;
            a[2] += a[3] * 1026 + (a[2] >> 2) ^ 103626;
            a[3] += a[0] * 1027 + (a[1] >> 3) ^ 103727;
            a[0] += a[1] * 1028 + (a[0] >> 4) ^ 103828;
            a[1] += a[2] * 1029 + (a[3] >> 5) ^ 103929;
            a[2] += a[3] * 1030 + (a[2] >> 1) ^ 104030;
            a[3] += a[0] * 1031 + (a[1] >> 2) ^ 104131;
            a[0] += a[1] * 1032 + (a[0] >> 3) ^ 104232;
            a[1] += a[2] * 1033 + (a[3] >> 4) ^ 104333;
            a[2] += a[3] * 1034 + (a[2] >> 5) ^ 104434;
            a[3] += a[0] * 1035 + (a[1] >> 1) ^ 104535;
            a[0] += a[1] * 1036 + (a[0] >> 2) ^ 104636;
            a[1] += a[2] * 1037 + (a[3] >> 3) ^ 104737;
            a[2] += a[3] * 1038 + (a[2] >> 4) ^ 104838;
            a[3] += a[0] * 1039 + (a[1] >> 5) ^ 104939;
            a[0] += a[1] * 1040 + (a[0] >> 1) ^ 105040;
            a[1] += a[2] * 1041 + (a[3] >> 2) ^ 105141;
            a[2] += a[3] * 1042 + (a[2] >> 3) ^ 105242;
            a[3] += a[0] * 1043 + (a[1] >> 4) ^ 105343;
            a[0] += a[1] * 1044 + (a[0] >> 5) ^ 105444;
            a[1] += a[2] * 1045 + (a[3] >> 1) ^ 105545;
            a[2] += a[3] * 1046 + (a[2] >> 2) ^ 105646;
            a[3] += a[0] * 1047 + (a[1] >> 3) ^ 105747;
            a[0] += a[1] * 1048 + (a[0] >> 4) ^ 105848;
            a[1] += a[2] * 1049 + (a[3] >> 5) ^ 105949;
            a[2] += a[3] * 1050 + (a[2] >> 1) ^ 106050;
            a[3] += a[0] * 1051 + (a[1] >> 2) ^ 106151;
            a[0] += a[1] * 1052 + (a[0] >> 3) ^ 106252;
            a[1] += a[2] * 1053 + (a[3] >> 4) ^ 106353;
            a[2] += a[3] * 1054 + (a[2] >> 5) ^ 106454;
            a[3] += a[0] * 1055 + (a[1] >> 1) ^ 106555;
            a[0] += a[1] * 1056 + (a[0] >> 2) ^ 106656;
            a[1] += a[2] * 1057 + (a[3] >> 3) ^ 106757;
            a[2] += a[3] * 1058 + (a[2] >> 4) ^ 106858;
            a[3] += a[0] * 1059 + (a[1] >> 5) ^ 106959;
            a[0] += a[1] * 1060 + (a[0] >> 1) ^ 107060;
            a[1] += a[2] * 1061 + (a[3] >> 2) ^ 107161;
            a[2] += a[3] * 1062 + (a[2] >> 3) ^ 107262;
            a[3] += a[0] * 1063 + (a[1] >> 4) ^ 107363;
            a[0] += a[1] * 1064 + (a[0] >> 5) ^ 107464;
            a[1] += a[2] * 1065 + (a[3] >> 1) ^ 107565;
            a[2] += a[3] * 1066 + (a[2] >> 2) ^ 107666;
            a[3] += a[0] * 1067 + (a[1] >> 3) ^ 107767;
            a[0] += a[1] * 1068 + (a[0] >> 4) ^ 107868;
            a[1] += a[2] * 1069 + (a[3] >> 5) ^ 107969;
            a[2] += a[3] * 1070 + (a[2] >> 1) ^ 108070;
            a[3] += a[0] * 1071 + (a[1] >> 2) ^ 108171;
            a[0] += a[1] * 1072 + (a[0] >> 3) ^ 108272;
            a[1] += a[2] * 1073 + (a[3] >> 4) ^ 108373;
            a[2] += a[3] * 1074 + (a[2] >> 5) ^ 108474;
            a[3] += a[0] * 1075 + (a[1] >> 1) ^ 108575;
            a[0] += a[1] * 1076 + (a[0] >> 2) ^ 108676;
            a[1] += a[2] * 1077 + (a[3] >> 3) ^ 108777;
            a[2] += a[3] * 1078 + (a[2] >> 4) ^ 108878;
            a[3] += a[0] * 1079 + (a[1] >> 5) ^ 108979;
            a[0] += a[1] * 1080 + (a[0] >> 1) ^ 109080;
            a[1] += a[2] * 1081 + (a[3] >> 2) ^ 109181;
            a[2] += a[3] * 1082 + (a[2] >> 3) ^ 109282;
            a[3] += a[0] * 1083 + (a[1] >> 4) ^ 109383;
            a[0] += a[1] * 1084 + (a[0] >> 5) ^ 109484;
            a[1] += a[2] * 1085 + (a[3] >> 1) ^ 109585;
            a[2] += a[3] * 1086 + (a[2] >> 2) ^ 109686;
            a[3] += a[0] * 1087 + (a[1] >> 3) ^ 109787;
            a[0] += a[1] * 1088 + (a[0] >> 4) ^ 109888;
            a[1] += a[2] * 1089 + (a[3] >> 5) ^ 109989;
            a[2] += a[3] * 1090 + (a[2] >> 1) ^ 110090;
            a[3] += a[0] * 1091 + (a[1] >> 2) ^ 110191;
            a[0] += a[1] * 1092 + (a[0] >> 3) ^ 110292;
            a[1] += a[2] * 1093 + (a[3] >> 4) ^ 110393;
            a[2] += a[3] * 1094 + (a[2] >> 5) ^ 110494;
            a[3] += a[0] * 1095 + (a[1] >> 1) ^ 110595;
            a[0] += a[1] * 1096 + (a[0] >> 2) ^ 110696;
            a[1] += a[2] * 1097 + (a[3] >> 3) ^ 110797;
            a[2] += a[3] * 1098 + (a[2] >> 4) ^ 110898;
            a[3] += a[0] * 1099 + (a[1] >> 5) ^ 110999;
        }
        return result(a[0] ^ a[1] ^ a[2] ^ a[3] ^ await(tape.value(rounds)));
    }
}
